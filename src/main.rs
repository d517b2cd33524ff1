//! Starts Jalons in a browser.

fn main() {
    jalons::browser::start();
}
