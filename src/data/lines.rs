//! On which line of a file a record begins.

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
