//! Sorted order by one small routine for all tables: the sort of the standard library costs twelve kilobytes of Wasm.

use std::cmp::Ordering;

/// The places `0..count` in the order that `compare` gives them; equals keep their order.
///
/// Source: natural merge sort (Knuth, *The Art of Computer Programming*, volume 3, 5.2.4): neighbouring runs that are in
/// order already are merged two by two until one is left. What is sorted takes one look at each item.
#[must_use]
pub fn order(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let is_in_order = |a: usize, b: usize| compare(a, b) != Ordering::Greater;
    let mut places: Vec<usize> = (0..count).collect();
    // Where each run ends.
    let mut ends: Vec<usize> = (1..count).filter(|&place| !is_in_order(place - 1, place)).collect();
    ends.push(count);
    let mut merged = Vec::with_capacity(count);
    while ends.len() > 1 {
        let mut begin = 0;
        let mut longer = Vec::with_capacity(ends.len().div_ceil(2));
        for pair in ends.chunks(2) {
            let (middle, end) = (pair[0], pair[pair.len() - 1]);
            let (mut left, mut right) = (begin, middle);
            while left < middle && right < end {
                let next = if is_in_order(places[left], places[right]) { &mut left } else { &mut right };
                merged.push(places[*next]);
                *next += 1;
            }
            merged.extend_from_slice(&places[left..middle]);
            merged.extend_from_slice(&places[right..end]);
            longer.push(end);
            begin = end;
        }
        std::mem::swap(&mut places, &mut merged);
        merged.clear();
        ends = longer;
    }
    places
}

/// The places of numbers from the least to the greatest; equals keep their order. For as many as there may be events.
///
/// Source: radix sort from the least significant digit (Knuth, *The Art of Computer Programming*, volume 3, 5.2.5), a
/// byte a digit; digits that all numbers have in common cost one look.
#[must_use]
pub fn order_of_numbers(numbers: &[i64]) -> Vec<usize> {
    let mut places: Vec<usize> = (0..numbers.len()).collect();
    let mut sorted = places.clone();
    for shift in (0..64).step_by(8) {
        // The sign turned over: negative numbers come first.
        let digit = |place: usize| ((numbers[place] ^ i64::MIN) >> shift & 0xff) as usize;
        let mut ends = [0; 257];
        for &place in &places {
            ends[digit(place) + 1] += 1;
        }
        if ends.contains(&places.len()) {
            continue;
        }
        for value in 1..ends.len() {
            ends[value] += ends[value - 1];
        }
        for &place in &places {
            let next = &mut ends[digit(place)];
            sorted[*next] = place;
            *next += 1;
        }
        std::mem::swap(&mut places, &mut sorted);
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

    #[test]
    fn numbers_of_either_sign_and_any_size_are_sorted_as_the_standard_library_does() {
        let mut number = 99_u64;
        let mut random = || {
            number = number.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            number.cast_signed() >> (number >> 58)
        };
        let some: Vec<i64> = (0..2_000).map(|_| random()).collect();
        let few: Vec<i64> = (0..2_000).map(|_| random() & 7).collect();
        for numbers in [&some[..], &few, &[], &[5], &[i64::MAX, i64::MIN, 0, -1, 1], &[7; 300]] {
            let mut expected: Vec<usize> = (0..numbers.len()).collect();
            expected.sort_by_key(|&place| numbers[place]);
            assert_eq!(order_of_numbers(numbers), expected);
        }
    }

    #[test]
    fn any_number_of_runs_is_merged_as_the_standard_library_sorts() {
        let mut number = 12_345_u32;
        for count in [1, 2, 3, 7, 8, 9, 64, 1_001] {
            let items: Vec<u32> = (0..count)
                .map(|_| {
                    number = number.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                    number >> 28
                })
                .collect();
            let mut expected: Vec<usize> = (0..items.len()).collect();
            expected.sort_by_key(|&place| items[place]);
            assert_eq!(order(items.len(), &|a, b| items[a].cmp(&items[b])), expected, "{items:?}");
        }
        let falling: Vec<u32> = (0..50).rev().collect();
        let rising: Vec<u32> = (0..50).collect();
        assert_eq!(sorted(&falling, u32::cmp), rising);
    }
}
