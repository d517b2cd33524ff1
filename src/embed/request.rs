//! What a host page asks for, judged before any of it is read.

/// The longest address that is read, in UTF-16 code units: a reader's own comes nowhere near.
pub const LONGEST_HASH: u32 = 16_384;

/// A request that is answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Request {
    /// Show the state of this hash.
    Show(String),
    /// Show one that is too long to be anybody's address: nothing changes, and that is the answer.
    Refused,
}

/// The request that a message is, or nothing for what is none.
///
/// - `is_set`: whether its `type` says that it is one.
/// - `length`: that of its hash, if this is a text.
/// - `hash`: copies that text, which is only done where it is short.
#[must_use]
pub fn judged(is_set: bool, length: Option<u32>, hash: impl FnOnce() -> Option<String>) -> Option<Request> {
    match length.filter(|_| is_set)? {
        0..=LONGEST_HASH => hash().map(Request::Show),
        _ => Some(Request::Refused),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text() -> Option<String> {
        Some("view=budget".to_owned())
    }

    fn never() -> Option<String> {
        panic!("a text that is not wanted is not copied")
    }

    #[test]
    fn a_request_is_a_message_of_that_type_with_a_text() {
        assert_eq!(judged(true, Some(11), text), Some(Request::Show("view=budget".to_owned())));
        assert_eq!(judged(true, Some(0), || Some(String::new())), Some(Request::Show(String::new())));
        assert_eq!(judged(true, None, never), None);
        assert_eq!(judged(false, Some(11), never), None);
        assert_eq!(judged(false, None, never), None);
    }

    #[test]
    fn a_hash_that_is_too_long_is_refused_unread() {
        assert!(matches!(judged(true, Some(LONGEST_HASH), text), Some(Request::Show(_))));
        assert_eq!(judged(true, Some(LONGEST_HASH + 1), never), Some(Request::Refused));
        assert_eq!(judged(true, Some(u32::MAX), never), Some(Request::Refused));
        assert_eq!(judged(false, Some(u32::MAX), never), None, "nor answered, if it is no request");
    }
}
