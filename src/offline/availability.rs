//! How far the site can be read without network, as the page's script says it, with what a reader may do then.

use crate::{
    i18n::{
        format::megabytes,
        messages::{keep_offline, keep_rest, kept_offline, messages, update_to_fetch},
    },
    model::text::Lang,
};

/// A wish of the reader's, in the words of `src/offline.js`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// Keep everything on this device.
    Save,
    /// Keep nothing.
    Remove,
    /// Go on with the new version.
    Apply,
    /// Do once more what failed.
    Retry,
}

impl Deed {
    /// The word for it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Save => "save",
            Self::Remove => "remove",
            Self::Apply => "apply",
            Self::Retry => "retry",
        }
    }
}

/// How far the site can be read without network. Amounts are in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Availability {
    /// Not here: the browser refuses it, or the site no longer offers it.
    Unsupported,
    /// Nothing is kept.
    Off {
        /// What keeping everything takes.
        bytes: u64,
    },
    /// Files are being kept.
    Saving {
        /// How many are.
        done: u32,
        /// Of how many; 0 while that is not known.
        all: u32,
    },
    /// Everything that a view needs is kept.
    Ready {
        /// What it takes.
        bytes: u64,
        /// What the rest would take: files that are kept only when they are used.
        missing: u64,
    },
    /// Kept, and a newer version waits for the reader.
    UpdateReady {
        /// What the version shown takes.
        bytes: u64,
        /// What its rest would take.
        missing: u64,
        /// What is still to be fetched of the new one; 0 when it is kept already.
        to_fetch: u64,
    },
    /// What the reader asked for could not be done.
    Failed,
}

impl Availability {
    /// Reads what the script says: a word and its numbers. Nothing for what it never says.
    #[must_use]
    pub fn parse(said: &str) -> Option<Self> {
        let mut words = said.split(' ');
        let word = words.next()?;
        let numbers: Vec<u64> = words.map(|number| number.parse().ok()).collect::<Option<_>>()?;
        let count = |number: u64| u32::try_from(number).ok();
        match (word, numbers.as_slice()) {
            ("unsupported", []) => Some(Self::Unsupported),
            ("off", &[bytes]) => Some(Self::Off { bytes }),
            ("saving", &[done, all]) => Some(Self::Saving { done: count(done)?, all: count(all)? }),
            ("ready", &[bytes, missing]) => Some(Self::Ready { bytes, missing }),
            ("update", &[bytes, missing, to_fetch]) => Some(Self::UpdateReady { bytes, missing, to_fetch }),
            ("failed", []) => Some(Self::Failed),
            _ => None,
        }
    }

    /// What is said of it at the foot of the page; nothing where a button says it all.
    #[must_use]
    pub fn statement(self, lang: Lang) -> Option<String> {
        match self {
            Self::Unsupported | Self::Off { .. } => None,
            Self::Saving { .. } => Some(messages(lang).offline_saving().to_owned()),
            Self::Ready { bytes, .. } | Self::UpdateReady { bytes, .. } => {
                Some(kept_offline(&megabytes(bytes, lang), lang))
            }
            Self::Failed => Some(messages(lang).offline_failed().to_owned()),
        }
    }

    /// What a reader may do at the foot of the page, each with the name of its button.
    #[must_use]
    pub fn deeds(self, lang: Lang) -> Vec<(Deed, String)> {
        let messages = messages(lang);
        let remove = || (Deed::Remove, messages.offline_remove().to_owned());
        match self {
            Self::Unsupported | Self::Saving { .. } => Vec::new(),
            Self::Off { bytes } => vec![(Deed::Save, keep_offline(&megabytes(bytes, lang), lang))],
            Self::Ready { missing: 0, .. } | Self::UpdateReady { .. } => vec![remove()],
            Self::Ready { missing, .. } => {
                vec![(Deed::Save, keep_rest(&megabytes(missing, lang), lang)), remove()]
            }
            Self::Failed => vec![(Deed::Retry, messages.retry().to_owned())],
        }
    }

    /// How a new version is announced; nothing when there is none.
    #[must_use]
    pub fn announcement(self, lang: Lang) -> Option<String> {
        match self {
            Self::UpdateReady { to_fetch: 0, .. } => Some(messages(lang).update_ready().to_owned()),
            Self::UpdateReady { to_fetch, .. } => Some(update_to_fetch(&megabytes(to_fetch, lang), lang)),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_script_says_is_read_to_the_number() {
        let check = |said, expected| assert_eq!(Availability::parse(said), expected, "{said:?}");
        check("unsupported", Some(Availability::Unsupported));
        check("off 1570218", Some(Availability::Off { bytes: 1_570_218 }));
        check("saving 3 12", Some(Availability::Saving { done: 3, all: 12 }));
        check("ready 1570218 900000", Some(Availability::Ready { bytes: 1_570_218, missing: 900_000 }));
        check("update 1 2 3", Some(Availability::UpdateReady { bytes: 1, missing: 2, to_fetch: 3 }));
        check("failed", Some(Availability::Failed));
    }

    #[test]
    fn what_the_script_never_says_is_not_guessed_at() {
        for said in [
            "",
            "ready",
            "ready 1",
            "ready 1 2 3",
            "off -1",
            "off x",
            "failed 1",
            "saving 5000000000 1",
            "Off 1",
        ] {
            assert_eq!(Availability::parse(said), None, "{said:?}");
        }
    }

    fn deeds(availability: Availability) -> Vec<Deed> {
        availability.deeds(Lang::Fr).into_iter().map(|(deed, _)| deed).collect()
    }

    #[test]
    fn a_reader_can_always_do_what_makes_sense_and_only_that() {
        assert_eq!(deeds(Availability::Unsupported), []);
        assert_eq!(deeds(Availability::Off { bytes: 1 }), [Deed::Save]);
        assert_eq!(deeds(Availability::Saving { done: 0, all: 0 }), []);
        assert_eq!(deeds(Availability::Ready { bytes: 1, missing: 0 }), [Deed::Remove]);
        assert_eq!(deeds(Availability::Ready { bytes: 1, missing: 1 }), [Deed::Save, Deed::Remove]);
        assert_eq!(deeds(Availability::UpdateReady { bytes: 1, missing: 1, to_fetch: 0 }), [Deed::Remove]);
        assert_eq!(deeds(Availability::Failed), [Deed::Retry]);
    }

    #[test]
    fn sizes_are_said_where_they_are_fetched_or_kept() {
        let ready = Availability::Ready { bytes: 1_570_218, missing: 1_150_000 };
        assert_eq!(ready.statement(Lang::Fr).as_deref(), Some("Disponible hors ligne (1,6\u{202f}Mo)"));
        assert_eq!(ready.statement(Lang::En).as_deref(), Some("Available offline (1.6\u{a0}MB)"));
        assert_eq!(ready.deeds(Lang::Fr)[0].1, "Tout enregistrer (encore 1,2\u{202f}Mo)");
        let off = Availability::Off { bytes: 2_700_000 };
        assert_eq!(off.statement(Lang::Fr), None);
        assert_eq!(off.deeds(Lang::Fr)[0].1, "Rendre disponible hors ligne (2,7\u{202f}Mo)");
    }

    #[test]
    fn only_a_new_version_is_announced() {
        let kept = Availability::UpdateReady { bytes: 1, missing: 0, to_fetch: 0 };
        assert_eq!(kept.announcement(Lang::Fr).as_deref(), Some("Une nouvelle version est prête."));
        let to_fetch = Availability::UpdateReady { bytes: 1, missing: 0, to_fetch: 1_600_000 };
        assert_eq!(
            to_fetch.announcement(Lang::En).as_deref(),
            Some("There is a new version (1.6\u{a0}MB to fetch).")
        );
        assert_eq!(Availability::Ready { bytes: 1, missing: 0 }.announcement(Lang::Fr), None);
    }
}
