//! The pages of text together: everything the data files hold stands in them, and every link in them leads somewhere.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
    sync::LazyLock,
};

use jalons::{
    i18n::format::{OpenEnd, capitalised, date_in_words, exact_amount, quantity},
    model::{date::Edtf, id::RecordId, indicator::Quantity, money::Euros, text::Lang},
    pages::{
        Site,
        address::Address,
        announcements, documents,
        head::head,
        site::{Collection, Page, Place, pages},
        view_page::content,
    },
    state::view_state::{PageDefaults, Scheme, View},
};

const ADDRESS: &str = "https://example.org/jalons/";

/// The pages of a site that does not know its address, by file.
static DOCUMENTS: LazyLock<BTreeMap<String, String>> =
    LazyLock::new(|| documents(&Site::of_package(None)).into_iter().collect());

fn addressed() -> Site {
    Site::of_package(Some(Address::parse(ADDRESS).expect("an address")))
}

/// The pages of views.
fn view_pages() -> impl Iterator<Item = (Page, View)> {
    pages().into_iter().filter_map(|page| match page.place {
        Place::View(view) => Some((page, view)),
        _ => None,
    })
}

/// The pages of a language.
fn in_language(lang: Lang) -> impl Iterator<Item = (&'static str, &'static str)> {
    let of_lang = move |file: &str| file.starts_with("en/") == (lang == Lang::En);
    DOCUMENTS.iter().filter(move |(file, _)| of_lang(file)).map(|(file, html)| (file.as_str(), html.as_str()))
}

fn document(page: Page) -> &'static str {
    DOCUMENTS.get(&page.file()).unwrap_or_else(|| panic!("{} is not written", page.file()))
}

/// The values of an attribute, as a browser reads them.
fn values(html: &str, attribute: &str) -> Vec<String> {
    let before = format!(" {attribute}=\"");
    html.split(&before).skip(1).map(|rest| unescaped(rest.split('"').next().unwrap_or_default())).collect()
}

fn unescaped(text: &str) -> String {
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

/// What a piece of a page says.
fn text(html: &str) -> String {
    let mut parts = html.split('<');
    let mut text = parts.next().unwrap_or_default().to_owned();
    text.extend(parts.filter_map(|part| part.split_once('>')).map(|(_, after)| after));
    unescaped(&text)
}

/// From the anchor of each record to the end of the article in which it stands, by language and slug.
static ARTICLES: LazyLock<BTreeMap<(Lang, &str), &str>> = LazyLock::new(|| {
    let mut articles = BTreeMap::new();
    for &lang in Lang::ALL {
        for (_, html) in in_language(lang) {
            for (at, before) in html.match_indices(" id=\"focus=") {
                let (slug, _) = html[at + before.len()..].split_once('"').expect("a closed attribute");
                let end = html[at..].find("</article>").expect("within an article");
                articles.insert((lang, slug), &html[at..at + end]);
            }
        }
    }
    articles
});

fn article(lang: Lang, slug: &str) -> &'static str {
    ARTICLES.get(&(lang, slug)).unwrap_or_else(|| panic!("{slug} has no anchor in {}", lang.as_str()))
}

/// The rows of a file of the package, as values by column.
fn rows(resource: &str) -> Vec<BTreeMap<String, String>> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("data").join(format!("{resource}.csv"));
    let mut reader = csv::Reader::from_path(file).expect("a file of the package");
    let rows: Result<Vec<BTreeMap<String, String>>, _> = reader.deserialize().collect();
    rows.expect("rows")
}

const RESOURCES: [&str; 18] = [
    "themes",
    "events",
    "programmes",
    "scopes",
    "splits",
    "envelopes",
    "appropriations",
    "indicators",
    "observations",
    "projects",
    "editions",
    "project_editions",
    "facts",
    "actors",
    "positions",
    "discrepancies",
    "glossary",
    "sources",
];

// ---- Everything is there

#[test]
fn every_record_has_one_anchor_in_each_language_and_so_has_each_of_its_former_names() {
    let mut expected: Vec<String> = Vec::new();
    for row in RESOURCES.into_iter().flat_map(rows) {
        expected.extend(row.get("id").cloned());
        let aliases = row.get("aliases").into_iter().flat_map(|aliases| aliases.split(';'));
        expected.extend(aliases.filter(|alias| !alias.is_empty()).map(str::to_owned));
    }
    expected.sort();
    assert!(expected.len() > 900);
    for &lang in Lang::ALL {
        let ids = in_language(lang).flat_map(|(_, html)| values(html, "id"));
        let mut anchors: Vec<_> = ids.filter_map(|id| id.strip_prefix("focus=").map(str::to_owned)).collect();
        anchors.sort();
        assert_eq!(anchors, expected, "{}", lang.as_str());
    }
}

/// What a cell must look like in words; nothing for cells that are not said as such.
fn words(column: &str, cell: &str, lang: Lang) -> Vec<String> {
    let date = |open_end| date_in_words(Edtf::parse(cell).expect(cell), open_end, lang);
    match column {
        _ if cell.is_empty() => vec![],
        "date" | "date_in_note" | "as_of" | "published" | "reference_date" | "target_date"
        | "outcome_date" | "start" => {
            vec![date(OpenEnd::GoesOn), date(OpenEnd::ToCome)]
        }
        _ if column.ends_with("_eur") => {
            vec![exact_amount(Euros(cell.parse().expect(cell)), lang)]
        }
        "value"
        | "target"
        | "planned_years"
        | "mean_duration_years"
        | "schedule_drift_pct"
        | "budget_drift_pct" => {
            let number = Quantity::parse(cell).expect(cell);
            vec![quantity(number, lang), exact_amount(Euros(number.0 / 1_000), lang)]
        }
        "projects" | "interministerial" | "footnote" if cell.parse::<u32>().is_ok() => vec![cell.to_owned()],
        "title"
        | "publisher"
        | "label"
        | "term"
        | "acronym"
        | "zone"
        | "funding"
        | "ministry_as_published"
        | "label_as_published" => vec![cell.to_owned()],
        "note_ref" => vec![cell.split(';').collect::<Vec<_>>().join(", ")],
        _ if column.ends_with(&format!("_{}", lang.as_str())) => vec![cell.to_owned()],
        _ => vec![],
    }
}

#[test]
fn the_article_of_each_record_says_every_cell_of_its_row() {
    let mut missing = Vec::new();
    let mut said = 0;
    for &lang in Lang::ALL {
        let everything: String = in_language(lang).map(|(_, html)| text(html)).collect();
        for resource in RESOURCES {
            for row in rows(resource) {
                // What an edition says of a project stands with the project.
                let slug = row.get("id").or(row.get("project")).expect("an id");
                let own = text(article(lang, slug));
                for (column, cell) in &row {
                    // Short names of themes and scopes are for chips and lists.
                    let place = if column.starts_with("short_") { &everything } else { &own };
                    let words = words(column, cell, lang);
                    said += usize::from(!words.is_empty());
                    let is_said = |words: &String| {
                        place.contains(words.as_str()) || place.contains(&capitalised(words))
                    };
                    if !words.is_empty() && !words.iter().any(is_said) {
                        missing.push(format!("{} {resource} {slug}, {column}: {cell}", lang.as_str()));
                    }
                }
            }
        }
    }
    assert!(said > 10_000, "{said} cells were looked for");
    assert!(missing.is_empty(), "{} cells are not said:\n{}", missing.len(), missing.join("\n"));
}

#[test]
fn the_article_of_each_record_leads_to_what_it_names() {
    const COLUMNS: [&str; 14] = [
        "theme",
        "actors",
        "envelopes",
        "envelope",
        "projects",
        "programmes",
        "indicators",
        "related",
        "sources",
        "holder",
        "about",
        "parent",
        "project",
        "edition",
    ];
    let mut missing = Vec::new();
    let mut found = 0;
    for &lang in Lang::ALL {
        for resource in RESOURCES {
            for row in rows(resource) {
                let slug = row.get("id").or(row.get("project")).expect("an id");
                let html = article(lang, slug);
                let links: BTreeSet<_> = values(html, "href").into_iter().collect();
                let named =
                    COLUMNS.iter().filter_map(|column| row.get(*column)).flat_map(|cell| cell.split(';'));
                // How many projects an edition has is a number under the same name.
                for id in named.filter(|id| !id.is_empty() && *id != slug && id.parse::<u32>().is_err()) {
                    found += 1;
                    let end = format!("#focus={id}");
                    // The scope of an envelope is the group it stands in.
                    if !links.iter().any(|link| link.ends_with(&end)) {
                        missing.push(format!("{} {resource} {slug}: {id}", lang.as_str()));
                    }
                }
                if let Some(url) = row.get("url").filter(|url| !url.is_empty()) {
                    assert!(links.contains(url), "{slug} does not lead to {url}");
                }
            }
        }
    }
    assert!(found > 3_000, "{found} references were looked for");
    assert!(missing.is_empty(), "{} links are missing:\n{}", missing.len(), missing.join("\n"));
}

#[test]
fn every_source_names_what_rests_on_it() {
    for &lang in Lang::ALL {
        for resource in RESOURCES.into_iter().filter(|resource| *resource != "project_editions") {
            for row in rows(resource) {
                for source in row.get("sources").into_iter().flat_map(|cell| cell.split(';')) {
                    let slug = &row["id"];
                    if source.is_empty() {
                        continue;
                    }
                    let end = format!("#focus={slug}");
                    let links = values(article(lang, source), "href");
                    assert!(links.iter().any(|link| link.ends_with(&end)), "{source} does not name {slug}");
                }
            }
        }
    }
}

// ---- Everything leads somewhere

/// A path with its `..` gone.
fn resolved(folder: &str, link: &str) -> String {
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in link.split('/') {
        match part {
            "." => {}
            ".." => assert!(parts.pop().is_some(), "{link} leaves the site from {folder}"),
            part => parts.push(part),
        }
    }
    parts.join("/")
}

#[test]
fn every_relative_link_leads_to_a_file_of_the_site_and_to_an_anchor_that_is_there() {
    let strategy = Site::of_package(None).strategy;
    let site_of_views = Site::of_package(None);
    let views: BTreeMap<_, _> =
        view_pages().map(|(page, view)| (page.file(), content(&site_of_views, page, view))).collect();
    let of_site: Vec<_> = DOCUMENTS.iter().chain(&views).collect();
    let ids: BTreeMap<_, BTreeSet<_>> =
        of_site.iter().map(|(file, html)| (*file, values(html, "id").into_iter().collect())).collect();
    let mut followed = 0;
    for (file, html) in &of_site {
        let folder = file.strip_suffix("index.html").expect("a page is the index of its folder");
        for link in values(html, "href").into_iter().filter(|link| !link.starts_with("http")) {
            let (path, anchor) = link.split_once('#').unwrap_or((&link, ""));
            let target = if path.is_empty() { (*file).clone() } else { resolved(folder, path) };
            followed += 1;
            if target == "icon.svg" {
                continue;
            }
            assert!(target.ends_with("index.html"), "{file}: {link} ends in no file");
            let ids = ids.get(&target).unwrap_or_else(|| panic!("{file}: {link} leads to no page"));
            // Opened with a script, the page of a view shows any record.
            let opens = || {
                let slug = anchor.strip_prefix("focus=").filter(|_| views.contains_key(&target));
                slug.is_some_and(|slug| strategy.find(slug).is_some())
            };
            assert!(anchor.is_empty() || ids.contains(anchor) || opens(), "{file}: {link} has no anchor");
        }
    }
    assert!(followed > 10_000, "{followed} links");
}

#[test]
fn every_record_can_be_opened_in_the_explorer_of_its_language() {
    for (lang, slug) in [(Lang::Fr, "relance-numerique"), (Lang::En, "relance-numerique")] {
        let links = values(article(lang, slug), "href");
        let last = links.last().expect("a link");
        let root = Page { place: Place::Collection(Collection::Envelopes), lang };
        assert_eq!(*last, format!("../../index.html#focus={slug}"));
        assert_eq!(
            resolved(&root.folder(), "../../index.html"),
            Page { place: Place::all()[0], lang }.file()
        );
    }
}

// ---- Each page by itself

#[test]
fn each_page_has_its_language_its_twin_one_heading_and_no_script() {
    let mut titles = BTreeSet::new();
    for page in pages().into_iter().filter(|page| !matches!(page.place, Place::View(_))) {
        let (file, html) = (page.file(), document(page));
        let lang = page.lang.as_str();
        assert!(html.starts_with(&format!("<!DOCTYPE html><html lang=\"{lang}\">")), "{file}");
        assert_eq!(html.matches("<h1").count(), 1, "{file}");
        assert_eq!(html.matches("<main").count(), 1, "{file}");
        assert_eq!(html.matches("__CSP__").count(), 1, "{file}");
        let data = html.matches("<script type=\"application/ld+json\">").count();
        assert_eq!(html.matches("<script").count(), data, "{file} has a script");
        for forbidden in [" style=", " onclick=", "javascript:", "<iframe", "<form"] {
            assert!(!html.contains(forbidden), "{file} has {forbidden}");
        }
        let twin = format!(
            "<a href=\"{}\" lang=\"{other}\" hreflang=\"{other}\">",
            page.link_to(page.twin()),
            other = page.twin().lang.as_str()
        );
        assert_eq!(html.matches(&twin).count(), 1, "{file} leads to its twin once");
        let ids = values(html, "id");
        assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "{file} has an id twice");
        let title = html.split("<title>").nth(1).and_then(|rest| rest.split("</title>").next());
        assert!(titles.insert(title.expect("a title")), "{file} has the title of another page");
    }
    assert_eq!(titles.len(), DOCUMENTS.len());
}

#[test]
fn every_key_that_is_kept_in_the_browser_is_named_on_the_page_about_privacy() {
    fn walk(folder: &Path, keys: &mut BTreeSet<String>) {
        for entry in fs::read_dir(folder).expect("src can be read") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                walk(&path, keys);
            } else if let Ok(text) = fs::read_to_string(&path)
                && ["_storage()", "Storage."].iter().any(|store| text.contains(store))
                && !path.ends_with("pages/privacy.rs")
            {
                // In Rust and in JavaScript, where what is fixed of a key may be followed by more.
                let literals = text.split(['"', '`']).filter(|text| text.starts_with("jalons-"));
                keys.extend(literals.filter_map(|text| text.split([' ', '$']).next()).map(str::to_owned));
            }
        }
    }
    let mut keys = BTreeSet::new();
    walk(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut keys);
    for known in ["jalons-scheme", "jalons-offline"] {
        assert!(keys.contains(known), "the walk found {known}");
    }
    for &lang in Lang::ALL {
        let page = document(Page { place: Place::Privacy, lang });
        for key in &keys {
            assert!(page.contains(key.as_str()), "{key} is not named in {}", lang.as_str());
        }
    }
}

// ---- The method

#[test]
fn the_method_states_every_discrepancy_scope_and_unread_source_and_the_hash_of_the_files() {
    use sha2::{Digest, Sha256};

    let mut files: Vec<_> = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("data"))
        .expect("the data")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    files.sort();
    let hash = files
        .iter()
        .map(|file| fs::read(file).expect("a file"))
        .fold(Sha256::new(), |hash, bytes| hash.chain_update(bytes));
    let hash = format!("{:x}", hash.finalize());
    for &lang in Lang::ALL {
        let html = document(Page { place: Place::Method, lang });
        assert!(html.contains(&format!("<code>{hash}</code>")), "the hash that a shell works out");
        let said = text(html);
        let column = |name: &str| format!("{name}_{}", lang.as_str());
        for row in rows("discrepancies") {
            assert!(html.contains(&format!(" id=\"{}\"", row["id"])), "{}", row["id"]);
            assert!(said.contains(&row[&column("explanation")]), "{} is explained", row["id"]);
        }
        for row in rows("scopes") {
            assert!(said.contains(&row[&column("caution")]), "{}", row["id"]);
        }
        let links: BTreeSet<_> = values(html, "href").into_iter().collect();
        for row in rows("sources") {
            if row["read"] == "not-read" || row["single"] == "true" {
                assert!(
                    links.contains(&format!("../sources/index.html#focus={}", row["id"])),
                    "{}",
                    row["id"]
                );
            }
        }
    }
}

// ---- What machines are told

#[test]
fn a_site_without_an_address_names_none_of_its_own() {
    let site = Site::of_package(None);
    assert_eq!(announcements(&site), []);
    for page in pages() {
        let head = head(&site, page);
        for addressed in ["canonical", "hreflang", "og:", "oembed"] {
            assert!(!head.contains(addressed), "{} has {addressed}", page.file());
        }
        assert!(head.starts_with("<title>") && head.contains("<meta name=\"description\" content=\""));
    }
}

#[test]
fn a_site_with_an_address_names_each_page_and_its_languages_alike_in_head_and_map() {
    let site = addressed();
    let announced: BTreeMap<_, _> = announcements(&site).into_iter().collect();
    let map = &announced["sitemap.xml"];
    assert_eq!(map.matches("<url>").count(), pages().len());
    for page in pages() {
        let head = head(&site, page);
        let own = format!("{ADDRESS}{}", page.folder());
        let french = Page { lang: Lang::Fr, ..page };
        let alternates = [("fr", french), ("en", french.twin()), ("x-default", french)];
        assert!(map.contains(&format!("<loc>{own}</loc>")), "{own}");
        assert!(head.contains(&format!("<link rel=\"canonical\" href=\"{own}\">")), "{own}");
        assert!(head.contains(&format!("property=\"og:url\" content=\"{own}\"")), "{own}");
        for (lang, page) in alternates {
            let link = format!("rel=\"alternate\" hreflang=\"{lang}\" href=\"{ADDRESS}{}\">", page.folder());
            assert!(head.contains(&link) && map.contains(&link), "{own}: {link}");
        }
        let folder = if page.lang == Lang::En { "en/" } else { "" };
        let picture = format!("property=\"og:image\" content=\"{ADDRESS}{folder}og.png\"");
        assert!(head.contains(&picture) && head.contains("og:image:alt"), "{own}");
        let answer = format!("{}oembed.json", page.folder());
        let is_view = matches!(page.place, Place::View(_));
        assert_eq!(announced.contains_key(&answer), is_view, "{answer}");
        assert_eq!(head.contains(&format!("{ADDRESS}{answer}")), is_view, "{own}");
    }
}

#[test]
fn a_view_is_embedded_by_a_frame_with_a_title_of_its_own_page() {
    let announced = announcements(&addressed());
    let answers: Vec<_> = announced.iter().filter(|(file, _)| file.ends_with("oembed.json")).collect();
    assert_eq!(answers.len(), pages().iter().filter(|page| matches!(page.place, Place::View(_))).count());
    for (file, answer) in answers {
        let answer: serde_json::Value = serde_json::from_str(answer).expect("JSON");
        assert_eq!((answer["type"].as_str(), answer["version"].as_str()), (Some("rich"), Some("1.0")));
        let frame = answer["html"].as_str().expect("HTML");
        let folder = file.strip_suffix("oembed.json").expect("its name");
        assert!(frame.starts_with(&format!("<iframe src=\"{ADDRESS}{folder}#embed=1\"")), "{frame}");
        assert_eq!(values(frame, "title").first().map(String::as_str), answer["title"].as_str());
        assert_eq!(values(frame, "width"), [answer["width"].to_string()]);
        assert!(frame.contains("loading=\"lazy\"") && frame.contains("sandbox=\"allow-scripts"));
    }
}

/// The linked data of a head.
fn linked_data(head: &str) -> Vec<serde_json::Value> {
    let scripts = head.split("<script type=\"application/ld+json\">").skip(1);
    let data = scripts.map(|rest| rest.split("</script>").next().unwrap_or_default());
    data.map(|data| serde_json::from_str(data).expect("JSON")).collect()
}

#[test]
fn views_and_the_list_of_records_describe_the_data_set() {
    for site in [Site::of_package(None), addressed()] {
        for page in pages().into_iter().filter(|page| matches!(page.place, Place::View(_) | Place::Records)) {
            let data = linked_data(&head(&site, page));
            let [data] = data.as_slice() else { panic!("{} has {} data", page.file(), data.len()) };
            assert_eq!(data["@type"], "Dataset");
            assert_eq!(data["version"].as_str(), Some(site.strategy.about().version.as_str()));
            assert_eq!(data["license"], "https://www.etalab.gouv.fr/licence-ouverte-open-licence");
            assert_eq!(data["temporalCoverage"], "2013/2023");
            assert_eq!(data["isBasedOn"]["datePublished"], "2021-12-12");
            assert_eq!(data.get("distribution").is_some(), site.address.is_some());
        }
    }
}

#[test]
fn the_page_of_the_events_lists_each_of_them_with_its_date() {
    for site in [Site::of_package(None), addressed()] {
        for &lang in Lang::ALL {
            let page = Page { place: Place::Collection(Collection::Events), lang };
            let data = linked_data(&head(&site, page));
            let items = data[0]["itemListElement"].as_array().expect("a list");
            assert_eq!(items.len(), rows("events").len());
            for item in items {
                let event = &item["item"];
                let url = event["url"].as_str().expect("an address");
                let (before, slug) = url.split_once("#focus=").expect("an anchor");
                assert!(matches!(site.strategy.find(slug), Some(RecordId::Event(_))), "{url}");
                let expected = site.address.as_ref().map(|address| address.of(&page.folder()));
                assert_eq!(before, expected.unwrap_or_default());
                assert!(event["startDate"].is_string() || event["endDate"].is_string(), "{slug} has no date");
            }
        }
    }
}

#[test]
fn the_pages_of_views_are_where_the_map_and_the_app_think_they_are() {
    for (page, view) in view_pages() {
        let defaults = PageDefaults { view, lang: page.lang, scheme: Scheme::Auto };
        assert_eq!(defaults.root(), page.root());
    }
}
