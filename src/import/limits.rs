//! How much is read: bounds within which no file can exhaust a page's memory or a reader's patience.

/// The largest file, in bytes.
pub const FILE_BYTES: usize = 64 << 20;

/// What an archive may hold unpacked, in bytes.
pub const UNPACKED_BYTES: usize = 128 << 20;

/// The most files that an archive or a folder may hold.
pub const FILES: usize = 1_000;

/// The most rows.
pub const ROWS: usize = 500_000;

/// The most columns of a table.
pub const COLUMNS: usize = 1_000;

/// The most values of a JSON: each takes some ten times its own size in memory.
pub const JSON_VALUES: usize = 5_000_000;

/// The deepest tree, its root counted.
pub const DEPTH: usize = 64;

/// The longest cell, in characters.
pub const CELL_CHARACTERS: usize = 100_000;

/// The problems that are listed; those beyond are counted.
pub const PROBLEMS: usize = 1_000;

/// The rows between two reports of progress.
pub const ROWS_PER_REPORT: usize = 4_096;

/// The most groups that a column may hold for its groups to be guessed to be themes: each is a lane.
pub const GUESSED_THEMES: usize = 100;
