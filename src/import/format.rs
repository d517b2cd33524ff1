//! The forms in which files are read, by what is in them.

use crate::model::vocabulary::vocabulary;

vocabulary! {
    /// A form that the reader of imports knows.
    pub enum Format {
        /// Our package as several files: a descriptor and its tables.
        PackageFolder = "package-folder",
        /// The same, in one zip archive.
        PackageZip = "package-zip",
        /// The same as one JSON: a descriptor whose resources carry their rows as `data`.
        PackageJson = "package-json",
        /// The JSON of TimelineJS 3. Source: <https://timeline.knightlab.com/docs/json-format.html>.
        TimelineJson = "timelinejs-json",
        /// The spreadsheet of TimelineJS, saved as CSV. Source: <https://timeline.knightlab.com/#make>.
        TimelineSheet = "timelinejs-csv",
        /// Nodes with a name, a value and children, as d3 and ECharts read them.
        Hierarchy = "hierarchy",
        /// Two columns: the path of a budget line, and its amount.
        PathAmounts = "path-amounts",
        /// Any other table, by what each of its columns is for.
        Flat = "flat",
    }
}
