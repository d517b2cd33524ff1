//! Small components and hooks that several rooms share.

pub mod appropriations;
pub mod clipboard;
pub mod command_link;
pub mod criteria;
pub mod dialog;
pub mod drawing;
pub mod element_width;
pub mod explained;
pub mod framed;
pub mod glyph;
pub mod keyboard;
pub mod link;
pub mod notices;
pub mod page_address;
pub mod plain_click;
pub mod program_worker;
pub mod scopes;
pub mod sentence;
pub mod single_keys;
pub mod source_link;
pub mod switches;
pub mod tabs;
pub mod terms;
pub mod text_to_copy;
pub mod tools_worker;
pub mod view_name;
