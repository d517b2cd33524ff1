//! Detail files that were damaged on their way are refused: the page says so and goes on.

use jalons::{
    data::package::{decode_whole, detail_bytes},
    model::text::Lang,
};
use proptest::prelude::*;

#[test]
fn a_file_that_ends_too_early_is_none() {
    let bytes = detail_bytes(Lang::Fr);
    for end in [0, 1, 1000, bytes.len() / 2, bytes.len() - 1] {
        assert!(decode_whole(&bytes[..end]).is_none(), "the first {end} bytes");
    }
    assert!(decode_whole(&[bytes, b"\n"].concat()).is_none(), "and one byte more");
    assert!(decode_whole(b"<!doctype html><title>Welcome</title>").is_none());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_file_with_a_wrong_byte_is_none(place in any::<prop::sample::Index>(), wrong in 1..=u8::MAX) {
        let mut bytes = detail_bytes(Lang::Fr).to_vec();
        let place = place.index(bytes.len());
        bytes[place] ^= wrong;
        prop_assert!(decode_whole(&bytes).is_none());
    }
}
