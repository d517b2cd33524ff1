//! All tests that need no browser, in one binary: one link step instead of ten.

mod native {
    mod check_command;
    mod dates_against_edtf;
    mod embedded_data;
    mod package_robustness;
    mod package_rules;
    mod rooms;
    mod search;
    mod timeline_layout;
    mod treemap_layout;
    mod whole_record;
}
