//! The address that the site will have, as the build was told it.

use std::fmt;

use url::Url;

/// The environment variable by which the build is told.
pub const VARIABLE: &str = "JALONS_SITE";

/// An address of the web that ends in a slash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address(String);

/// A text that is not the address of a site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AddressError {
    text: String,
    wrong: &'static str,
}

impl fmt::Display for AddressError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { text, wrong } = self;
        write!(
            formatter,
            "{VARIABLE} is “{text}”, {wrong}; write it as https://example.org/path/, or leave it out"
        )
    }
}

impl std::error::Error for AddressError {}

impl Address {
    /// Reads the address of a site; a slash at the end may be left out.
    ///
    /// # Errors
    /// Says what is wrong: no address at all, not of the web, or more than the place where a site stands.
    pub fn parse(text: &str) -> Result<Self, AddressError> {
        let error = |wrong| AddressError { text: text.to_owned(), wrong };
        let mut url =
            Url::parse(text.trim()).map_err(|_| error("which is not an address with https:// and a host"))?;
        if !matches!(url.scheme(), "https" | "http") {
            return Err(error(
                "which is not an address of the web: it begins with neither https:// nor http://",
            ));
        }
        if url.query().is_some() || url.fragment().is_some() {
            return Err(error("which says more than where the site stands: nothing may follow a ? or #"));
        }
        if !url.username().is_empty() || url.password().is_some() {
            return Err(error("which holds a name or password: the address stands in every page"));
        }
        if url.path().ends_with(".html") {
            return Err(error("which is the address of a page: that of its folder is needed"));
        }
        if !url.path().ends_with('/') {
            url.set_path(&format!("{}/", url.path()));
        }
        Ok(Self(url.into()))
    }

    /// The address of a file or folder of the site, by its path from the root.
    #[must_use]
    pub fn of(&self, path: &str) -> String {
        format!("{}{path}", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_of_the_web_is_taken_with_and_without_its_slash() {
        for text in
            ["https://example.org/jalons/", "https://example.org/jalons", " https://EXAMPLE.org/jalons "]
        {
            assert_eq!(
                Address::parse(text).map(|address| address.0),
                Ok("https://example.org/jalons/".to_owned())
            );
        }
        let root = Address::parse("http://127.0.0.1:8080").expect("an address");
        assert_eq!(root.of("en/index.html"), "http://127.0.0.1:8080/en/index.html");
    }

    #[test]
    fn what_is_not_an_address_is_refused_with_what_would_be() {
        let check = |text: &str, wrong: &str| {
            let said = Address::parse(text).expect_err(text).to_string();
            assert!(said.contains(wrong) && said.contains("https://example.org/path/"), "{text}: {said}");
        };
        check("example.org", "not an address");
        check("", "not an address");
        check("https://", "not an address");
        check("ftp://example.org", "neither https:// nor http://");
        check("javascript:alert(1)", "neither https:// nor http://");
        check("https://example.org/?x", "follow a ? or #");
        check("https://example.org/#x", "follow a ? or #");
        check("https://name@example.org/", "name or password");
        check("https://example.org/index.html", "its folder");
    }

    #[test]
    fn nothing_in_an_address_can_leave_its_attribute() {
        let address = Address::parse("https://example.org/a\"b<c>/").expect("an address");
        assert_eq!(address.of(""), "https://example.org/a%22b%3Cc%3E/");
    }
}
