//! Detail files that were damaged on their way: refused, or read to the end without a panic, for the page must go on.

use jalons::{
    data::package::{Whole, decode_whole, detail_bytes},
    model::{id::RecordId, relations::Relations, text::Lang},
    record::content::content,
};
use proptest::prelude::*;

/// Goes through every event and envelope as the open record does.
fn read_through(whole: &Whole) {
    let relations = Relations::of(&whole.strategy);
    let events = whole.strategy.events().map(|(id, _)| RecordId::from(id));
    let envelopes = whole.strategy.envelopes().map(|(id, _)| RecordId::from(id));
    for id in events.chain(envelopes) {
        let content = content(&whole.strategy, &relations, id, Lang::Fr);
        for text in content.statements {
            let _may_be_missing = whole.prose.get(text);
        }
    }
}

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
    fn a_wrong_byte_never_panics(place in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let mut bytes = detail_bytes(Lang::Fr).to_vec();
        let place = place.index(bytes.len());
        bytes[place] = byte;
        if let Some(whole) = decode_whole(&bytes) {
            read_through(&whole);
        }
    }
}
