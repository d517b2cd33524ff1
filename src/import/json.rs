//! JSON with the line of each object, within bounds of depth and size that are checked before it is parsed.

use serde_json::{Map, Value};

use super::{limits, problem::What, report::Report};

/// The key under which each object carries its line. It is a control character, which no file has for a name.
const LINE: &str = "\u{1}";

/// As it is written in JSON.
const LINE_WRITTEN: &str = "\"\\u0001\":";

/// The most containers inside each other: a node of a tree is an object in an array.
///
/// serde_json gives up at 128, so that the bound is reached before.
const CONTAINERS: usize = 2 * limits::DEPTH - 1;

/// An object of a JSON.
pub(super) type Object = Map<String, Value>;

/// The value of `text`; `None` if it is refused, which the report then says.
pub(super) fn read(text: &str, report: &mut Report) -> Option<Value> {
    let lined = match with_lines(text) {
        Ok(lined) => lined,
        Err((row, what)) => {
            report.add(row, None, None, what);
            return None;
        }
    };
    match serde_json::from_str(&lined) {
        Ok(value) => Some(value),
        Err(error) => {
            let row = error.line().max(1);
            report.add(row, None, Some(text.lines().nth(row - 1).unwrap_or_default()), What::BadJson);
            None
        }
    }
}

/// The line an object begins on, as an editor counts.
pub(super) fn line(object: &Object) -> usize {
    object.get(LINE).and_then(Value::as_u64).and_then(|line| usize::try_from(line).ok()).unwrap_or(1)
}

/// The names and values of an object, without its line.
pub(super) fn entries(object: &Object) -> impl Iterator<Item = (&str, &Value)> {
    object.iter().filter(|(name, _)| *name != LINE).map(|(name, value)| (name.as_str(), value))
}

/// A value as the text of a cell: what is in quotes, a number, true or false; nothing for null and for containers.
pub(super) fn cell(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        Value::Bool(value) => value.to_string(),
        Value::Null | Value::Array(_) | Value::Object(_) => String::new(),
    }
}

/// Whether `text` is within the bounds of what is parsed; the line that goes beyond, if it is not.
///
/// # Errors
/// It is too deep or too large.
pub(super) fn check_bounds(text: &str) -> Result<(), (usize, What)> {
    with_lines(text).map(|_| ())
}

/// `text` with the line of each object written into it, if it is neither too deep nor too large.
fn with_lines(text: &str) -> Result<String, (usize, What)> {
    let mut lined = String::with_capacity(text.len() + text.len() / 4);
    let (mut line, mut depth, mut values) = (1_usize, 0_usize, 0_usize);
    let (mut in_string, mut is_escaped) = (false, false);
    // Where what has not been copied yet begins.
    let mut copied = 0;
    // All bytes that are looked for are ASCII, so each stands at a boundary of letters.
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'\n' => line += 1,
            _ if is_escaped => {
                is_escaped = false;
                continue;
            }
            b'\\' if in_string => is_escaped = true,
            b'"' => in_string = !in_string,
            _ if in_string => {}
            b'{' | b'[' => {
                depth += 1;
                values += 1;
                if depth > CONTAINERS {
                    return Err((line, What::TooDeep));
                }
                if byte == b'{' {
                    lined.push_str(&text[copied..=at]);
                    copied = at + 1;
                    let is_empty = text[copied..].trim_start().starts_with('}');
                    lined.push_str(LINE_WRITTEN);
                    lined.push_str(&line.to_string());
                    lined.push_str(if is_empty { "" } else { "," });
                }
            }
            b'}' | b']' => depth = depth.saturating_sub(1),
            b',' => values += 1,
            _ => {}
        }
        is_escaped = is_escaped && byte != b'\n';
        if values > limits::JSON_VALUES {
            return Err((line, What::TooManyValues));
        }
    }
    lined.push_str(&text[copied..]);
    Ok(lined)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(text: &str) -> Value {
        serde_json::from_str(&with_lines(text).expect("within bounds")).expect("JSON")
    }

    #[test]
    fn each_object_knows_its_line() {
        let value = value("{\n \"a\": [{\n}, {\"b\": \"{\\\"\\n{\"}\n,{}]}");
        let root = value.as_object().expect("an object");
        assert_eq!(line(root), 1);
        let parts = root["a"].as_array().expect("an array");
        let lines: Vec<_> = parts.iter().filter_map(Value::as_object).map(line).collect();
        assert_eq!(lines, [2, 3, 4]);
        assert_eq!(parts[1]["b"], "{\"\n{");
        assert_eq!(entries(root).map(|(name, _)| name).collect::<Vec<_>>(), ["a"]);
    }

    #[test]
    fn a_json_too_deep_is_refused_before_it_is_parsed() {
        assert_eq!(with_lines(&"[".repeat(10_000)), Err((1, What::TooDeep)));
        let deepest = format!("{}{}", "[".repeat(CONTAINERS), "]".repeat(CONTAINERS));
        assert!(value(&deepest).is_array(), "the bound is one that the parser holds");
        assert_eq!(with_lines(&format!("\n[{deepest}]")), Err((2, What::TooDeep)));
    }

    #[test]
    fn a_json_of_too_many_values_is_refused_before_it_is_parsed() {
        let many = format!("[{}0]", "0,".repeat(limits::JSON_VALUES + 1));
        assert_eq!(with_lines(&many), Err((1, What::TooManyValues)));
    }

    #[test]
    fn what_is_no_json_is_copied_as_it_is() {
        for text in ["", "\"", "}", "{", "\"\\", "é{é"] {
            assert!(
                serde_json::from_str::<Value>(&with_lines(text).expect("within bounds")).is_err(),
                "{text}"
            );
        }
    }
}
