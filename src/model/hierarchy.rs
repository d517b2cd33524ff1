//! A forest over the rows of a table: children, ancestors, descendants.

use super::order::sorted;

/// Parents and children by row number. Rows keep the order of the table among siblings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hierarchy {
    parents: Vec<Option<usize>>,
    children: Vec<Vec<usize>>,
    roots: Vec<usize>,
}

impl Hierarchy {
    /// The forest in which row `i` hangs under `parents[i]`.
    ///
    /// # Errors
    /// The rows that lie on a cycle, in order; a parent outside the table counts as none.
    pub fn from_parents(parents: Vec<Option<usize>>) -> Result<Self, Vec<usize>> {
        let count = parents.len();
        let parents: Vec<_> =
            parents.into_iter().map(|parent| parent.filter(|&parent| parent < count)).collect();
        let cyclic = rows_on_cycles(&parents);
        if !cyclic.is_empty() {
            return Err(cyclic);
        }
        let mut children = vec![Vec::new(); count];
        let mut roots = Vec::new();
        for (row, parent) in parents.iter().enumerate() {
            match parent {
                Some(parent) => children[*parent].push(row),
                None => roots.push(row),
            }
        }
        Ok(Self { parents, children, roots })
    }

    /// The rows without a parent.
    #[must_use]
    pub fn roots(&self) -> &[usize] {
        &self.roots
    }

    /// The row above.
    #[must_use]
    pub fn parent(&self, row: usize) -> Option<usize> {
        self.parents.get(row).copied().flatten()
    }

    /// The rows directly below.
    #[must_use]
    pub fn children(&self, row: usize) -> &[usize] {
        self.children.get(row).map_or(&[], Vec::as_slice)
    }

    /// The rows above, nearest first.
    pub fn ancestors(&self, row: usize) -> impl Iterator<Item = usize> + '_ {
        std::iter::successors(self.parent(row), |&row| self.parent(row))
    }

    /// The rows below, each after its parent.
    pub fn descendants(&self, row: usize) -> impl Iterator<Item = usize> + '_ {
        let mut stack: Vec<usize> = self.children(row).iter().rev().copied().collect();
        std::iter::from_fn(move || {
            let row = stack.pop()?;
            stack.extend(self.children(row).iter().rev());
            Some(row)
        })
    }
}

/// The rows from which following parents comes back to the row itself.
fn rows_on_cycles(parents: &[Option<usize>]) -> Vec<usize> {
    #[derive(Clone, Copy, PartialEq)]
    enum Visit {
        Never,
        InWalk(usize),
        Done,
    }
    let mut visits = vec![Visit::Never; parents.len()];
    let mut cyclic = Vec::new();
    for start in 0..parents.len() {
        let mut row = start;
        loop {
            match visits[row] {
                Visit::Never => visits[row] = Visit::InWalk(start),
                Visit::InWalk(walk) if walk == start => {
                    // `row` is on a cycle: go round it once.
                    let mut member = row;
                    loop {
                        cyclic.push(member);
                        // A row on a cycle has a parent.
                        member = parents[member].unwrap_or(row);
                        if member == row {
                            break;
                        }
                    }
                    break;
                }
                Visit::InWalk(_) | Visit::Done => break,
            }
            match parents[row] {
                Some(parent) => row = parent,
                None => break,
            }
        }
        let mut row = Some(start);
        while let Some(at) = row.filter(|&at| visits[at] == Visit::InWalk(start)) {
            visits[at] = Visit::Done;
            row = parents[at];
        }
    }
    sorted(&cyclic, usize::cmp)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn forest() -> Hierarchy {
        // 0 ─┬ 1 ─ 3
        //    └ 2        4 alone
        Hierarchy::from_parents(vec![None, Some(0), Some(0), Some(1), None]).expect("no cycle")
    }

    #[test]
    fn ancestors_are_nearest_first_and_descendants_follow_their_parent() {
        assert_eq!(forest().ancestors(3).collect::<Vec<_>>(), [1, 0]);
        assert_eq!(forest().descendants(0).collect::<Vec<_>>(), [1, 3, 2]);
        assert_eq!(forest().roots(), [0, 4]);
        assert!(forest().children(4).is_empty());
    }

    #[test]
    fn a_cycle_is_named_by_its_rows_and_not_by_those_that_hang_from_it() {
        // 0 → 1 → 2 → 0 is a cycle; 3 hangs from it; 4 is its own parent.
        let parents = vec![Some(1), Some(2), Some(0), Some(0), Some(4), None];
        assert_eq!(Hierarchy::from_parents(parents), Err(vec![0, 1, 2, 4]));
    }

    #[test]
    fn a_parent_outside_the_table_is_none() {
        let forest = Hierarchy::from_parents(vec![Some(9)]).expect("no cycle");
        assert_eq!(forest.roots(), [0]);
    }

    #[test]
    fn an_empty_table_is_an_empty_forest() {
        assert_eq!(Hierarchy::from_parents(vec![]), Ok(Hierarchy::default()));
    }

    #[test]
    fn ten_thousand_levels_do_not_exhaust_the_stack() {
        let parents = (0..10_000_usize).map(|row| row.checked_sub(1)).collect();
        let forest = Hierarchy::from_parents(parents).expect("no cycle");
        assert_eq!(forest.descendants(0).count(), 9_999);
        assert_eq!(forest.ancestors(9_999).count(), 9_999);
    }
}
