//! What is wrong with a file of the package: where, by which rule, and what would be right.

use std::fmt;

use crate::model::vocabulary::vocabulary;

/// Something an editor has to correct.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The file, as the package names it.
    pub file: String,
    /// The line as an editor counts it: 1 is the header, and a line break inside a cell counts too.
    pub line: usize,
    /// The column, or the property of the descriptor, where one is to blame.
    pub column: Option<String>,
    /// What stands in that column.
    pub value: Option<String>,
    /// The rule that is broken.
    pub rule: Rule,
    /// What is wrong; what would be right.
    pub message: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let column = self.column.iter().map(|column| format!("{column}: ")).collect::<String>();
        let line = format!("{}:{}: {column}{}", self.file, self.line, self.message);
        // What is quoted from a file may hold line breaks; a problem is told on one line.
        f.write_str(&line.replace(char::is_control, " "))
    }
}

vocabulary! {
    /// What a package must hold to. Each rule has a broken package of its name under `tests/fixtures/package`.
    pub enum Rule {
        /// The descriptor is JSON and says its title, its version, its date and the day its statuses are true of.
        Descriptor = "descriptor",
        /// The descriptor lists every resource, and no other.
        Resource = "resource",
        /// Every file the descriptor names is there.
        MissingFile = "missing-file",
        /// Files are UTF-8.
        Encoding = "encoding",
        /// Cells are separated by commas.
        Separator = "separator",
        /// Every column of the resource is there.
        MissingColumn = "missing-column",
        /// There is no other column, and none twice.
        UnknownColumn = "unknown-column",
        /// Every row has as many cells as the header.
        CellCount = "cell-count",
        /// No row is empty.
        EmptyRow = "empty-row",
        /// No cell begins or ends with a space.
        StraySpace = "stray-space",
        /// A required cell is filled.
        EmptyCell = "empty-cell",
        /// A text is there in both languages or in none; a required one in both.
        MissingTranslation = "missing-translation",
        /// A record that states something says where it comes from.
        MissingSource = "missing-source",
        /// Ids are short kebab-case slugs.
        BadId = "bad-id",
        /// An id stands for one record of the whole package.
        DuplicateId = "duplicate-id",
        /// A former id is not the id of another record.
        AliasTaken = "alias-taken",
        /// An id that is named exists.
        UnknownId = "unknown-id",
        /// An id that is named belongs to the table the column is about.
        WrongTable = "wrong-table",
        /// A list has no spaces, no empty entry and no entry twice.
        BadList = "bad-list",
        /// A value of a closed list is spelled as in the list.
        UnknownValue = "unknown-value",
        /// Dates are EDTF.
        BadDate = "bad-date",
        /// An interval does not end before it begins.
        ReversedInterval = "reversed-interval",
        /// The note's own date is given only where it differs.
        RedundantDate = "redundant-date",
        /// Amounts are whole euros.
        BadAmount = "bad-amount",
        /// Quantities are plain decimal numbers.
        BadQuantity = "bad-quantity",
        /// Counts are whole numbers.
        BadNumber = "bad-number",
        /// A number is within its bounds.
        OutOfRange = "out-of-range",
        /// Addresses are http or https.
        BadUrl = "bad-url",
        /// References to the note's facts are in their form.
        BadNoteRef = "bad-note-ref",
        /// A value of a discrepancy is in its form.
        BadClaim = "bad-claim",
        /// A discrepancy has two values or more.
        LoneClaim = "lone-claim",
        /// The value shown is one of those listed.
        ShownOutside = "shown-outside",
        /// No envelope is part of itself.
        Cycle = "cycle",
        /// An envelope is in the scope of its parent.
        OtherScope = "other-scope",
        /// The split of an envelope splits its parent.
        SplitOfAnother = "split-of-another",
        /// The default split is meant by an empty cell.
        DefaultSplitNamed = "default-split-named",
        /// One of the splits of an envelope, and only one, is the default.
        DefaultSplit = "default-split",
        /// The parts of an envelope do not exceed it.
        PartsAboveWhole = "parts-above-whole",
        /// What has been given out of an envelope does not exceed it.
        AttributedAboveAmount = "attributed-above-amount",
        /// A quantity that is a part of an envelope is counted in millions of euros and has no target beside it.
        PartOfEnvelope = "part-of-envelope",
    }
}
