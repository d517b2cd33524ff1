//! A checksum at the end of a file that is fetched: a wrong byte may still decode to a value, whose ids would lead nowhere.

/// So many bytes at the end.
const LENGTH: usize = 4;

/// The bytes with their checksum after them.
#[must_use]
pub fn with_checksum(mut bytes: Vec<u8>) -> Vec<u8> {
    let sum = checksum(&bytes);
    bytes.extend(sum);
    bytes
}

/// The bytes without their checksum; nothing if it is not theirs.
#[must_use]
pub fn checked(bytes: &[u8]) -> Option<&[u8]> {
    let (bytes, sum) = bytes.split_at(bytes.len().checked_sub(LENGTH)?);
    (checksum(bytes) == sum).then_some(bytes)
}

/// FNV-1a in 32 bits, little-endian: three lines, and it notices every single wrong byte.
fn checksum(bytes: &[u8]) -> [u8; LENGTH] {
    bytes
        .iter()
        .fold(0x811c_9dc5_u32, |sum, byte| (sum ^ u32::from(*byte)).wrapping_mul(0x0100_0193))
        .to_le_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_given_comes_back_and_any_wrong_byte_is_noticed() {
        let bytes = b"jalons".to_vec();
        let file = with_checksum(bytes.clone());
        assert_eq!(checked(&file), Some(bytes.as_slice()));
        for place in 0..file.len() {
            for wrong in 1..=u8::MAX {
                let mut damaged = file.clone();
                damaged[place] ^= wrong;
                assert_eq!(checked(&damaged), None, "byte {place} with {wrong}");
            }
        }
        assert_eq!(checked(&file[..3]), None);
        assert_eq!(checked(b""), None);
    }

    #[test]
    fn it_is_the_published_function() {
        // Test vectors of the FNV reference: the empty text and "foobar".
        assert_eq!(checksum(b""), 0x811c_9dc5_u32.to_le_bytes());
        assert_eq!(checksum(b"foobar"), 0xbf9c_f968_u32.to_le_bytes());
    }
}
