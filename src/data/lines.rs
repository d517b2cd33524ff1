//! On which line of a file a record begins.

use csv::{ByteRecord, ReaderBuilder};

/// A file without its byte order mark, so that the offsets of records are those of the bytes in hand.
#[must_use]
pub fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)
}

/// The records of a file without its mark, the header among them, each with the offset and the line that it begins at.
pub fn records(bytes: &[u8]) -> impl Iterator<Item = (usize, usize, ByteRecord)> + '_ {
    let mut lines = Lines::of(bytes);
    let reader = ReaderBuilder::new().has_headers(false).flexible(true).from_reader(bytes);
    reader.into_byte_records().map_while(Result::ok).map(move |record| {
        let offset = record.position().map_or(0, |position| position.byte());
        let offset = usize::try_from(offset).unwrap_or(usize::MAX);
        (offset, lines.at(offset), record)
    })
}

/// Counts lines as an editor does. The reader's own count passes over blank lines.
pub struct Lines<'a> {
    bytes: &'a [u8],
    offset: usize,
    line: usize,
}

impl<'a> Lines<'a> {
    /// The lines of a file, from its first.
    #[must_use]
    pub fn of(bytes: &'a [u8]) -> Self {
        Self { bytes, offset: 0, line: 1 }
    }

    /// The line of the record that begins at `offset`, or after the line breaks there.
    pub fn at(&mut self, offset: usize) -> usize {
        let rest = self.bytes.get(offset..).unwrap_or_default();
        let start = offset + rest.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        let passed = self.bytes.get(self.offset..start).unwrap_or_default();
        // A carriage return alone ends a line too, as old spreadsheets write it.
        let after = |at: usize| self.bytes.get(self.offset + at + 1);
        self.line += passed
            .iter()
            .enumerate()
            .filter(|&(at, &byte)| byte == b'\n' || byte == b'\r' && after(at) != Some(&b'\n'))
            .count();
        self.offset = start;
        self.line
    }
}
