//! All tests that need no browser, in one binary: one link step instead of ten.

mod native {
    mod address;
    mod address_robustness;
    mod admission;
    mod beside;
    mod check_command;
    mod damaged_detail;
    mod dates_against_edtf;
    mod downloads;
    mod editions;
    mod embed_snippet;
    mod embedded_data;
    mod hostile_text;
    mod import_choices;
    mod import_forms;
    mod import_fuzz;
    mod import_problems;
    mod import_robustness;
    mod indicators;
    mod interface_texts;
    mod own_data;
    mod package_robustness;
    mod package_rules;
    #[cfg(feature = "ssr")]
    mod pages;
    mod pictures;
    mod pictures_against_styles;
    mod project_lines;
    mod record_actions;
    mod rooms;
    mod search;
    mod sheets;
    mod story;
    #[path = "../../benches/native/synthetic.rs"]
    #[allow(dead_code, reason = "the benchmarks make more of it")]
    mod synthetic;
    mod table_rows;
    mod timeline_layout;
    mod timeline_motion;
    mod timeline_stops;
    mod treemap_layout;
    mod trends;
    mod whole_record;
}
