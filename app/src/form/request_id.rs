//! Request ids, which make a repeated post of the same form the same request.

use uuid::Uuid;

use crate::context::use_page_context;

/// The id of a form's first request.
///
/// On the page that the server rendered it is made from the page's seed and the form's own name, so that server and
/// browser agree, whatever the order in which forms are created. Later it is random.
pub(super) fn first(function: &str, form: &str) -> String {
    let page = use_page_context();
    let id = if page.has_moved_on() {
        fresh()
    } else {
        derived(page.info.seed, function, form)
    };
    id.to_string()
}

/// A random id for the request after this one.
pub(crate) fn fresh() -> Uuid {
    #[cfg(feature = "hydrate")]
    return Uuid::new_v4();
    #[cfg(not(feature = "hydrate"))]
    Uuid::now_v7()
}

/// The seed, mixed with the form's name (FNV-1a), marked as a custom UUID. The seed makes it unguessable.
fn derived(seed: Uuid, function: &str, form: &str) -> Uuid {
    const PRIME: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013b;
    const BASIS: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
    let hash = function
        .bytes()
        .chain([0])
        .chain(form.bytes())
        .fold(BASIS, |hash, byte| {
            (hash ^ u128::from(byte)).wrapping_mul(PRIME)
        });
    uuid::Builder::from_u128(seed.as_u128() ^ hash)
        .with_version(uuid::Version::Custom)
        .with_variant(uuid::Variant::RFC4122)
        .into_uuid()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_one_page_differ_and_are_stable() {
        let seed = Uuid::from_u128(7);
        let ids = [
            derived(seed, "/api/a", ""),
            derived(seed, "/api/a", "1"),
            derived(seed, "/api/a1", ""),
        ];
        assert_eq!(ids[0], derived(seed, "/api/a", ""));
        assert!(ids[0] != ids[1] && ids[1] != ids[2] && ids[0] != ids[2]);
        assert_ne!(ids[0], derived(Uuid::from_u128(8), "/api/a", ""));
    }
}
