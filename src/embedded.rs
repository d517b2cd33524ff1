//! The core of the data, read from the section of the running module in which the build has put it.

use crate::{data::package, model::strategy::Strategy};

/// The core of the folder: natively there is no module.
#[cfg(not(target_arch = "wasm32"))]
#[must_use]
pub fn core() -> &'static Strategy {
    package::core()
}

/// The embedded core, decoded at the first call.
///
/// # Panics
/// The module carries no core: a build that has not been finished.
#[cfg(target_arch = "wasm32")]
#[must_use]
pub fn core() -> &'static Strategy {
    match package::core().or_else(|| package::open_core(&section()?)) {
        Some(core) => core,
        None => panic!("the module carries no section {}: finish the build", package::CORE_SECTION),
    }
}

/// The bytes of the section.
#[cfg(target_arch = "wasm32")]
fn section() -> Option<Vec<u8>> {
    use js_sys::{ArrayBuffer, Uint8Array, WebAssembly::Module};
    use wasm_bindgen::JsCast;

    let module: Module = wasm_bindgen::module().dyn_into().ok()?;
    let section: ArrayBuffer =
        Module::custom_sections(&module, package::CORE_SECTION).get(0).dyn_into().ok()?;
    Some(Uint8Array::new(&section).to_vec())
}
