//! Sorted order by one small routine for all tables: the sort of the standard library costs twelve kilobytes of Wasm.

use std::cmp::Ordering;

/// The places `0..count` in the order that `compare` gives them; equals keep their order.
///
/// Binary insertion: count · log(count) comparisons, and moves that are one `memmove` each, which for the ten
/// thousand rows of a large import is some milliseconds.
#[must_use]
pub fn order(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = Vec::with_capacity(count);
    for place in 0..count {
        let at = places.partition_point(|&before| compare(before, place) != Ordering::Greater);
        places.insert(at, place);
    }
    places
}

/// The items in the order that `compare` gives them; equals keep their order.
#[must_use]
pub fn sorted<T: Clone>(items: &[T], compare: impl Fn(&T, &T) -> Ordering) -> Vec<T> {
    let places = order(items.len(), &|a, b| compare(&items[a], &items[b]));
    places.into_iter().map(|place| items[place].clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equals_keep_their_order() {
        let items = [(2, 'a'), (1, 'b'), (2, 'c'), (1, 'd')];
        let sorted = sorted(&items, |x, y| x.0.cmp(&y.0));
        assert_eq!(sorted, [(1, 'b'), (1, 'd'), (2, 'a'), (2, 'c')]);
        assert!(order(0, &|_, _| Ordering::Equal).is_empty());
    }
}
