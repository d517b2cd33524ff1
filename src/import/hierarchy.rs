//! Hierarchies in JSON, as d3 and ECharts read them: nodes with a name, a value and children.

use serde_json::Value;

use super::{
    Cancelled, Content,
    amounts::{self, Manner},
    assumption::{Because, DecimalMark, Taken, Unit},
    builder::{Builder, EnvelopeRow, Stated, both},
    json::{self, Object},
    limits, markup,
    problem::What,
    report::{Report, evidence},
};

/// What a node is called by, the first that it has.
const NAMES: [&str; 4] = ["name", "label", "title", "id"];

/// What its amount is called by.
const VALUES: [&str; 4] = ["value", "size", "amount", "montant"];

/// Whether a JSON is a hierarchy: a node, or an array of them.
pub(super) fn is_hierarchy(value: &Value) -> bool {
    match value {
        Value::Object(node) => node.contains_key("children") || is_leaf(node),
        Value::Array(nodes) => {
            let mut objects = nodes.iter().filter_map(Value::as_object);
            objects.any(|node| node.contains_key("children") || is_leaf(node))
        }
        _ => false,
    }
}

fn is_leaf(node: &Object) -> bool {
    let has = |names: &[&str]| names.iter().any(|name| node.contains_key(*name));
    has(&NAMES) && has(&VALUES)
}

/// A node on its way.
struct Node<'a> {
    value: &'a Value,
    /// Its parent among the envelopes, and the line of it.
    parent: Option<usize>,
    parent_line: usize,
    /// How many are above it.
    depth: usize,
    /// Whether the node above is left out.
    is_orphan: bool,
}

/// The envelopes of a hierarchy.
///
/// # Errors
/// The reading is to stop.
pub(super) fn read(root: &Value, fallback: &str, report: &mut Report) -> Result<Option<Content>, Cancelled> {
    let (roots, is_list) = match root {
        Value::Array(roots) => (roots.as_slice(), true),
        node => (std::slice::from_ref(node), false),
    };
    let name =
        (!is_list).then(|| roots[0].as_object().map(name_of)).flatten().filter(|name| !name.is_empty());
    let title = both(name.unwrap_or_else(|| fallback.to_owned()));
    let manner = manner(roots, report);
    let mut builder = Builder::default();
    let (mut count, mut left_out) = (0, 0);
    let mut rounded = None;
    let node = |value| Node { value, parent: None, parent_line: 1, depth: 0, is_orphan: false };
    let mut stack: Vec<_> = roots.iter().rev().map(node).collect();
    while let Some(node) = stack.pop() {
        count += 1;
        report.tick(count)?;
        if count > limits::ROWS {
            report.refuse(What::TooManyRows);
            return Ok(None);
        }
        if node.depth >= limits::DEPTH {
            report.refuse(What::TooDeep);
            return Ok(None);
        }
        let Some(object) = node.value.as_object() else {
            report.add(node.parent_line, Some("children"), Some(&node.value.to_string()), What::NotAnObject);
            left_out += 1;
            continue;
        };
        let line = json::line(object);
        let mut label = name_of(object);
        if label.is_empty() && node.parent.is_none() && !is_list && !node.is_orphan {
            label.clone_from(&title.fr);
        }
        let fault = if node.is_orphan {
            Some(What::ParentLeftOut { row: node.parent_line })
        } else if label.is_empty() {
            Some(What::NoTitle)
        } else {
            None
        };
        let is_orphan = fault.is_some();
        let parent = match fault {
            Some(what) => {
                report.add(line, Some("name"), Some(&label), what);
                left_out += 1;
                None
            }
            None => {
                let stated = stated(object, manner, &mut rounded, report);
                Some(builder.envelope(EnvelopeRow {
                    line,
                    id: String::new(),
                    parent: node.parent,
                    label,
                    text: text(object),
                    group: String::new(),
                    stated,
                    column: Some("value".to_owned()),
                    references: Vec::new(),
                }))
            }
        };
        let children = match object.get("children") {
            Some(Value::Array(children)) => children.as_slice(),
            None | Some(Value::Null) => &[],
            Some(other) => {
                report.add(line, Some("children"), Some(&json::cell(other)), What::NotAnObject);
                &[]
            }
        };
        let below = |value| Node { value, parent, parent_line: line, depth: node.depth + 1, is_orphan };
        stack.extend(children.iter().rev().map(below));
    }
    if let Some(because) = rounded {
        report.assume(Some("value"), Taken::WholeEuros, because, []);
    }
    let content = Content::built(builder, title, (count, left_out), report);
    Ok(Some(content))
}

fn name_of(node: &Object) -> String {
    let found = NAMES.iter().find_map(|name| node.get(*name)).map(json::cell).unwrap_or_default();
    markup::title(&found)
}

fn text(node: &Object) -> String {
    let found = ["description", "text"].iter().find_map(|name| node.get(*name)).map(json::cell);
    found.map(|text| markup::plain(&text).text).unwrap_or_default()
}

/// The amount of a node as it is written: of several values, as ECharts allows them, the first.
fn value(node: &Object) -> Option<&Value> {
    match VALUES.iter().find_map(|name| node.get(*name))? {
        Value::Array(values) => values.first(),
        value => Some(value),
    }
}

/// How the amounts of all nodes are read: those between quotes may be written as in any table.
fn manner(roots: &[Value], report: &mut Report) -> Manner {
    let mut texts = Vec::new();
    let mut has_numbers = false;
    let mut stack: Vec<_> = roots.iter().rev().collect();
    while let Some(node) = stack.pop() {
        let Some(object) = node.as_object() else { continue };
        match value(object) {
            Some(Value::String(text)) => texts.push((json::line(object), text.as_str())),
            Some(Value::Number(_)) => has_numbers = true,
            _ => {}
        }
        stack.extend(object.get("children").and_then(Value::as_array).into_iter().flatten().rev());
    }
    if texts.is_empty() {
        let unit = if has_numbers { amounts::unit("value", true, report) } else { Unit::Euro };
        return Manner { mark: DecimalMark::Point, unit };
    }
    amounts::manner("value", texts.into_iter(), report)
}

fn stated(object: &Object, manner: Manner, rounded: &mut Option<Because>, report: &mut Report) -> Stated {
    let (text, manner) = match value(object) {
        None | Some(Value::Null) => return Stated::Nothing,
        Some(Value::Number(number)) => {
            // JSON has one way of writing numbers, and may use powers of ten.
            let written = number.to_string();
            let plain = match number.as_f64() {
                Some(float) if written.contains(['e', 'E']) && float.abs() < 1e18 => format!("{float:.3}"),
                Some(_) if written.contains(['e', 'E']) => "9".repeat(19),
                _ => written,
            };
            (plain, Manner { mark: DecimalMark::Point, ..manner })
        }
        Some(Value::String(text)) => (text.clone(), manner),
        Some(other) => (other.to_string(), manner),
    };
    let line = json::line(object);
    match amounts::read(&text, manner) {
        Ok(read) => {
            if read.is_rounded {
                rounded.get_or_insert_with(|| evidence(line, &text));
            }
            read.amount.map_or(Stated::Nothing, Stated::Amount)
        }
        Err(what) => {
            report.add(line, Some("value"), Some(&text), what);
            Stated::Wrong
        }
    }
}
