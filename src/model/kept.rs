//! What is read from a whole strategy once and kept beside it.

use std::sync::{Mutex, PoisonError};

use super::strategy::Strategy;

/// Values by the strategy that they were read from: a page has one at a time, and may be given others.
pub struct Kept<T: 'static>(Mutex<Vec<(&'static Strategy, &'static T)>>);

impl<T> Kept<T> {
    /// Nothing read yet.
    #[must_use]
    pub const fn new() -> Self {
        Self(Mutex::new(Vec::new()))
    }

    /// The value of a strategy, which `read` gives when it is first asked for.
    pub fn of(&self, strategy: &'static Strategy, read: impl FnOnce() -> T) -> &'static T {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, value)) = kept.iter().find(|(of, _)| std::ptr::eq(*of, strategy)) {
            return value;
        }
        let value: &'static T = Box::leak(Box::new(read()));
        kept.push((strategy, value));
        value
    }
}

impl<T> Default for Kept<T> {
    fn default() -> Self {
        Self::new()
    }
}
