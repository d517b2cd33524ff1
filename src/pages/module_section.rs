//! Writes a custom section into a WebAssembly module: data that travel with it and that no compiler has seen.

/// The identifier of custom sections (WebAssembly core specification, 5.5.3).
const CUSTOM: u8 = 0;

/// Returns the module with one more custom section at its end. The module itself stays as it is, to the byte.
#[must_use]
pub fn with_section(module: &[u8], name: &str, content: &[u8]) -> Vec<u8> {
    let mut body = leb128(name.len());
    body.extend_from_slice(name.as_bytes());
    body.extend_from_slice(content);
    let mut written = module.to_vec();
    written.push(CUSTOM);
    written.extend(leb128(body.len()));
    written.extend(body);
    written
}

/// A length as an unsigned number in LEB128 (5.2.2).
fn leb128(mut value: usize) -> Vec<u8> {
    let mut bytes = Vec::new();
    loop {
        // Seven bits at a time.
        let low = (value & 0x7f) as u8;
        value >>= 7;
        if value == 0 {
            bytes.push(low);
            return bytes;
        }
        bytes.push(low | 0x80);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The sections of a module: identifier and content.
    fn sections(module: &[u8]) -> Vec<(u8, Vec<u8>)> {
        let mut found = Vec::new();
        let mut place = 8;
        while place < module.len() {
            let id = module[place];
            let (mut size, mut shift) = (0, 0);
            loop {
                place += 1;
                size |= usize::from(module[place] & 0x7f) << shift;
                shift += 7;
                if module[place] & 0x80 == 0 {
                    break;
                }
            }
            place += 1;
            found.push((id, module[place..place + size].to_vec()));
            place += size;
        }
        found
    }

    #[test]
    fn a_section_of_any_length_is_read_back_and_the_module_stays() {
        let empty = b"\0asm\x01\0\0\0";
        for length in [0, 1, 0x7f, 0x80, 0x3fff, 0x4000, 70_000] {
            let content = vec![0xab; length];
            let written = with_section(empty, "jalons.core", &content);
            assert!(written.starts_with(empty));
            let expected = [b"\x0bjalons.core".to_vec(), content].concat();
            assert_eq!(sections(&written), [(CUSTOM, expected)], "{length} bytes");
        }
        let twice = with_section(&with_section(empty, "a", b"1"), "b", b"2");
        assert_eq!(sections(&twice).len(), 2);
    }
}
