//! Steps of the guided reading: a text, and the view that it is read beside.

use super::{
    id::{RecordId, SourceId, ThemeId},
    text::{ProseId, Text},
};

/// A step of the guided reading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Identifier in files and addresses.
    pub slug: String,
    /// The theme it belongs to, if it is not about all of them.
    pub theme: Option<ThemeId>,
    /// What it is called.
    pub title: Text,
    /// What it says.
    pub text: ProseId,
    /// The view beside it: the hash of an address, without `#`.
    pub shows: String,
    /// The records it speaks of, in its order.
    pub about: Vec<RecordId>,
    /// Where this comes from.
    pub sources: Vec<SourceId>,
}
