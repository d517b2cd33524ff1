//! A package without the rows that something is wrong with.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    Files,
    descriptor::FILE,
    lines::{records, without_mark},
    problem::{Problem, Rule},
};

/// Takes out of the files each row that a problem is about; how many those were. Nothing is taken out if something is
/// wrong with more than rows: with the descriptor, a header, a file as a whole.
///
/// Their line breaks stay, so that what is said of the rest afterwards names the lines of the files as they were. What
/// names a row that was taken out is a problem then in its turn.
pub fn leave_out(files: &mut Files, problems: &[Problem]) -> Option<usize> {
    let mut lines: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
    for problem in problems {
        // Of letters that are not UTF-8 only the first is told.
        if problem.file == FILE || problem.line <= 1 || problem.rule == Rule::Encoding {
            return None;
        }
        lines.entry(&problem.file).or_default().insert(problem.line);
    }
    let mut rest = BTreeMap::new();
    let mut count = 0;
    for (file, lines) in lines {
        let (bytes, left_out) = without(files.get(file)?, &lines)?;
        rest.insert(file.to_owned(), bytes);
        count += left_out;
    }
    files.extend(rest);
    (count > 0).then_some(count)
}

/// A table without the rows on these lines, but for their line breaks, and how many they were; nothing if the header is
/// among them.
fn without(table: &[u8], lines: &BTreeSet<usize>) -> Option<(Vec<u8>, usize)> {
    let table = without_mark(table);
    let begins: Vec<(usize, usize)> = records(table).map(|(offset, line, _)| (offset, line)).collect();
    let mut rest = Vec::with_capacity(table.len());
    let mut left_out = 0;
    for (row, &(offset, line)) in begins.iter().enumerate() {
        let (end, next_line) = begins.get(row + 1).copied().unwrap_or((table.len(), usize::MAX));
        let bytes = &table[offset..end];
        if lines.range(line..next_line).next().is_none() {
            rest.extend_from_slice(bytes);
            continue;
        }
        if row == 0 {
            return None;
        }
        left_out += 1;
        rest.extend(bytes.iter().copied().filter(|byte| matches!(byte, b'\r' | b'\n')));
    }
    Some((rest, left_out))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(lines: &[usize]) -> BTreeSet<usize> {
        lines.iter().copied().collect()
    }

    #[test]
    fn rows_go_and_lines_stay() {
        let table = b"id,text\na,\"one\ntwo\"\nb,three\nc,four\n";
        let (rest, count) = without(table, &lines(&[3])).expect("a row of two lines");
        assert_eq!((String::from_utf8_lossy(&rest).as_ref(), count), ("id,text\n\n\nb,three\nc,four\n", 1));
        let (rest, count) = without(table, &lines(&[4, 5])).expect("two rows");
        assert_eq!((String::from_utf8_lossy(&rest).as_ref(), count), ("id,text\na,\"one\ntwo\"\n\n\n", 2));
    }

    #[test]
    fn the_last_row_need_not_end_and_breaks_may_be_of_two_characters() {
        let (rest, count) = without(b"\xef\xbb\xbfid\r\na\r\nb", &lines(&[3])).expect("the last row");
        assert_eq!((String::from_utf8_lossy(&rest).as_ref(), count), ("id\r\na\r\n", 1));
    }

    #[test]
    fn a_header_stays() {
        assert_eq!(without(b"id\na\n", &lines(&[1])), None);
    }
}
