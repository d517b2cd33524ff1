//! Which lines belong together, and what the column at their left says of them.

use super::{lines::ProjectLine, placed::Block, words};
use crate::{
    i18n::messages::ministry,
    model::{strategy::Strategy, text::Lang},
    state::view_state::ProjectOrder,
};

/// The lines in blocks: one for each ministry, or one for each project with what the order goes by.
#[must_use]
pub fn blocks<'a>(
    lines: &'a [ProjectLine],
    order: ProjectOrder,
    strategy: &'a Strategy,
    lang: Lang,
) -> Vec<Block<'a>> {
    let named = |line: &'a ProjectLine| (line, strategy[line.project].label.as_str());
    if order != ProjectOrder::Ministry {
        let head = |line: &ProjectLine| match order {
            ProjectOrder::Cost => words::cost_of(line, lang),
            _ => words::change_of(line, lang),
        };
        return lines
            .iter()
            .map(|line| Block {
                head: head(line),
                note: String::new(),
                is_plain: true,
                lines: vec![named(line)],
            })
            .collect();
    }
    let mut blocks: Vec<Block> = Vec::new();
    for chunk in lines.chunk_by(|a, b| a.ministry == b.ministry) {
        blocks.push(Block {
            head: ministry(&chunk[0].ministry, lang).to_owned(),
            note: words::count(chunk.len(), chunk.len(), lang),
            is_plain: false,
            lines: chunk.iter().map(named).collect(),
        });
    }
    blocks
}
