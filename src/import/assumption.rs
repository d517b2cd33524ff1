//! What a file leaves open: what was assumed and why, what is asked, and what a reader has chosen.

use crate::model::{date::Day, envelope::Nature, text::Lang, vocabulary::vocabulary};

use super::{
    encoding::Encoding,
    format::Format,
    mapping::{Mapping, Role},
    words,
};

vocabulary! {
    /// What stands between the cells of a row.
    pub enum Separator {
        /// `,`
        Comma = "comma",
        /// `;`
        Semicolon = "semicolon",
        /// A tab.
        Tab = "tab",
    }
}

vocabulary! {
    /// Which number of `03/04/2021` is the day.
    pub enum DateOrder {
        /// The first: 3 April.
        DayFirst = "day-first",
        /// The second: 4 March.
        MonthFirst = "month-first",
    }
}

vocabulary! {
    /// What begins the decimals of a number; the other mark groups thousands.
    pub enum DecimalMark {
        /// `,`
        Comma = "comma",
        /// `.`
        Point = "point",
    }
}

vocabulary! {
    /// What an amount is counted in.
    pub enum Unit {
        /// Euros.
        Euro = "euro",
        /// Thousands of euros.
        Thousand = "thousand",
        /// Millions of euros.
        Million = "million",
        /// Thousands of millions of euros: *milliards*.
        Billion = "billion",
    }
}

impl Unit {
    /// How many euros it is.
    #[must_use]
    pub fn euros(self) -> i64 {
        match self {
            Self::Euro => 1,
            Self::Thousand => 1_000,
            Self::Million => 1_000_000,
            Self::Billion => 1_000_000_000,
        }
    }
}

vocabulary! {
    /// What stands between the steps of a path.
    pub enum PathSeparator {
        /// `/`
        Slash = "slash",
        /// ` > `
        Chevron = "chevron",
    }
}

impl PathSeparator {
    /// As it is written.
    #[must_use]
    pub fn symbol(self) -> char {
        match self {
            Self::Slash => '/',
            Self::Chevron => '>',
        }
    }
}

/// What a file is taken to mean where it could mean something else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Taken {
    /// The file is in this encoding.
    Encoding(Encoding),
    /// The table is of this form.
    Format(Format),
    /// Its cells are separated by this.
    Separator(Separator),
    /// Its first row names the columns, or not.
    Header(bool),
    /// This column has the role.
    Column {
        /// The role.
        role: Role,
        /// The name of the column.
        name: String,
    },
    /// Dates of three numbers are in this order.
    DateOrder(DateOrder),
    /// Decimals begin with this.
    DecimalMark(DecimalMark),
    /// Amounts that name no unit are in this one.
    Unit(Unit),
    /// Paths are separated by this.
    PathSeparator(PathSeparator),
    /// The amounts are made of this.
    Nature(Nature),
    /// Times of day are not kept.
    DaysOnly,
    /// Amounts are rounded to whole euros, half away from zero.
    WholeEuros,
    /// This many eras are not events, and left out.
    ErasLeftOut(usize),
}

/// Why it was taken so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Because {
    /// The reader chose it.
    Chosen,
    /// The name of the column says so.
    Name,
    /// The values of the column are such.
    Content,
    /// A value can be read in one way only.
    Value {
        /// The line it stands on, as an editor counts.
        row: usize,
        /// The value, shortened.
        value: String,
    },
    /// A line holds bytes that are not UTF-8.
    NotUtf8 {
        /// The line, as an editor counts.
        row: usize,
    },
    /// Nothing in the file decides it, and this is what is most often meant.
    Usual,
    /// The explorer has no place for it.
    Model,
}

/// Something that was assumed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assumption {
    /// The column it is about, if it is not about the whole file.
    pub column: Option<String>,
    /// What was assumed.
    pub taken: Taken,
    /// Why.
    pub because: Because,
    /// What could have been assumed instead; empty where nothing can be chosen.
    pub alternatives: Vec<Taken>,
}

/// Something that the file does not decide: it was read by the default, and the reader should say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// The column it is about, if it is not about the whole file.
    pub column: Option<String>,
    /// What it was taken to be.
    pub default: Taken,
    /// What else it could be.
    pub alternatives: Vec<Taken>,
}

/// Something that a reader has decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The column it is for; `None` is all of them.
    pub column: Option<String>,
    /// What holds.
    pub taken: Taken,
}

/// All that a reader has decided, and the day it is read on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choices {
    /// The day by which what is past is told from what is to come.
    pub today: Day,
    /// What was decided; of two choices about one thing, the later one holds.
    pub made: Vec<Choice>,
    /// What each column is for; `None` guesses. It holds only for a table of as many columns.
    pub mapping: Option<Mapping>,
}

impl Choices {
    /// The choices of someone who has made none, on the day `today`.
    #[must_use]
    pub fn on(today: Day) -> Self {
        Self { today, ..Self::default() }
    }

    /// These choices, and one more.
    #[must_use]
    pub fn with(mut self, column: Option<&str>, taken: Taken) -> Self {
        self.made.push(Choice { column: column.map(str::to_owned), taken });
        self
    }

    /// The latest choice of the kind that `pick` picks, for the column named `column` or for all.
    pub(super) fn find<T>(&self, column: Option<&str>, pick: impl Fn(&Taken) -> Option<T>) -> Option<T> {
        let is_for = |choice: &&Choice| {
            choice.column.is_none() || column.is_none() || choice.column.as_deref() == column
        };
        self.made.iter().rev().filter(is_for).find_map(|choice| pick(&choice.taken))
    }
}

impl Taken {
    /// What is taken to be so, as a sentence without its full stop.
    #[must_use]
    pub fn says(&self, lang: Lang) -> String {
        words::taken(self, lang)
    }
}

impl Assumption {
    /// What was assumed and why, in one sentence.
    #[must_use]
    pub fn says(&self, lang: Lang) -> String {
        words::assumption(self, lang)
    }
}

impl Question {
    /// What is asked, with what it was taken to be meanwhile.
    #[must_use]
    pub fn says(&self, lang: Lang) -> String {
        words::question(self, lang)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_latest_choice_for_the_column_holds() {
        let order = |taken: &Taken| match taken {
            Taken::DateOrder(order) => Some(*order),
            _ => None,
        };
        let choices = Choices::default()
            .with(None, Taken::DateOrder(DateOrder::MonthFirst))
            .with(Some("fin"), Taken::DateOrder(DateOrder::DayFirst));
        assert_eq!(choices.find(Some("fin"), order), Some(DateOrder::DayFirst));
        assert_eq!(choices.find(Some("début"), order), Some(DateOrder::MonthFirst));
        assert_eq!(Choices::default().find(None, order), None);
    }
}
