//! The area of a path, without the router: before the router exists, or for a link that is only hovered.

/// Whether a path matches a route's pattern, in which `:name` stands for anything.
#[must_use]
pub(crate) fn matches(pattern: &str, path: &str) -> bool {
    let mut path = segments(path);
    let mut pattern = segments(pattern);
    loop {
        match (pattern.next(), path.next()) {
            (None, None) => return true,
            (Some(wanted), Some(found)) if wanted.starts_with(':') || wanted == found => {}
            _ => return false,
        }
    }
}

fn segments(path: &str) -> impl Iterator<Item = &str> {
    path.split('/').filter(|segment| !segment.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_fits_segment_by_segment() {
        assert!(matches("", "/"));
        assert!(matches("customers/:id", "/customers/7"));
        assert!(matches("customers/:id/orders", "/customers/7/orders/"));
        assert!(!matches("customers/:id", "/customers"));
        assert!(!matches("customers", "/customers/7"));
        assert!(!matches("customers/new", "/customers/7"));
    }
}
