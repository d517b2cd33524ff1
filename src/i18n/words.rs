//! Declaring fixed texts that come with the code of one room: each is a function of the language.

/// Declares fixed texts: a name, French, English.
macro_rules! words {
    ($($(#[$meta:meta])* $name:ident: $fr:literal, $en:literal;)+) => {
        $(
            $(#[$meta])*
            #[must_use]
            pub fn $name(lang: $crate::model::text::Lang) -> &'static str {
                match lang {
                    $crate::model::text::Lang::Fr => $fr,
                    $crate::model::text::Lang::En => $en,
                }
            }
        )+
    };
}

pub(crate) use words;
