//! The styles of the pages, for their head: those that they share with the explorer, then their own.

const SHEETS: [&str; 6] = [
    include_str!("../../style/tokens.css"),
    include_str!("../../style/page.css"),
    include_str!("../../style/ui.css"),
    include_str!("../../style/history.css"),
    include_str!("../../style/pages.css"),
    include_str!("../../style/print.css"),
];

/// All of them, without what only their authors read.
pub(super) fn styles() -> String {
    SHEETS.iter().map(|sheet| lean(sheet)).collect()
}

/// A sheet without its comments, indents and empty lines. None of ours has a comment mark within a string.
fn lean(sheet: &str) -> String {
    let mut parts = sheet.split("/*");
    let mut text = parts.next().unwrap_or_default().to_owned();
    text.extend(parts.filter_map(|part| part.split_once("*/")).map(|(_, after)| after));
    text.lines().map(str::trim).filter(|line| !line.is_empty()).flat_map(|line| [line, "\n"]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_indents_go_and_rules_stay() {
        assert_eq!(
            lean("/* What\n it is */\n\na {\n  margin: 0 4px; /* why */\n}\n"),
            "a {\nmargin: 0 4px;\n}\n"
        );
        for sheet in SHEETS {
            let braces = |sheet: &str| sheet.matches(['{', '}']).count();
            assert_eq!(braces(&lean(sheet)), braces(sheet));
        }
    }
}
