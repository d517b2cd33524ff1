//! Closed lists of values: an enum whose variants are spelled in files and addresses exactly as listed here.

/// Declares an enum with the spelling of each variant; gives `ALL`, `as_str` and `parse`.
macro_rules! vocabulary {
    ($(#[$meta:meta])* pub enum $name:ident { $($(#[$vmeta:meta])* $variant:ident = $spelling:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name { $($(#[$vmeta])* $variant,)+ }

        impl $name {
            /// Every value, in the order of the list.
            pub const ALL: &'static [$name] = &[$($name::$variant,)+];

            /// The spelling used in data files and addresses.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $($name::$variant => $spelling,)+ }
            }

            /// The value spelled `text`, if there is one.
            #[must_use]
            pub fn parse(text: &str) -> Option<Self> {
                match text { $($spelling => Some($name::$variant),)+ _ => None }
            }
        }
    };
}

pub(crate) use vocabulary;

/// Hands the names of all closed lists that records hold to the macro `$then`, which must have them in scope.
macro_rules! every_vocabulary_of_records {
    ($then:ident) => {
        $then!(
            ActorKind,
            EditionQuality,
            EventKind,
            FactQuality,
            FactUnit,
            Nature,
            ObservationQuality,
            Outcome,
            Phase,
            PositionKind,
            ProgrammeKind,
            Reading,
            SourceKind,
            Stage,
            Status,
        );
    };
}

pub(crate) use every_vocabulary_of_records;
