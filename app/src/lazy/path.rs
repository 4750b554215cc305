//! The area of a path, without the router: before the router exists, or for a link that is only hovered; and the same
//! path as a route.

use leptos_router::{
    ParamSegment, PartialPathMatch, PathSegment, PossibleRouteMatch, StaticSegment,
};

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

/// A path with parameters as a route: `customers/:id`. The macro of the router would make a type of each path, and so
/// code.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Pattern(pub &'static str);

impl Pattern {
    fn segments(self) -> impl Iterator<Item = Segment> {
        let segments = self.0.split('/').filter(|segment| !segment.is_empty());
        segments.map(|segment| match segment.strip_prefix(':') {
            Some(name) => Segment::Param(ParamSegment(name)),
            None => Segment::Static(StaticSegment(segment)),
        })
    }
}

enum Segment {
    Static(StaticSegment<&'static str>),
    Param(ParamSegment),
}

impl PossibleRouteMatch for Pattern {
    fn optional(&self) -> bool {
        false
    }

    fn test<'a>(&self, path: &'a str) -> Option<PartialPathMatch<'a>> {
        let (mut rest, mut length, mut params) = (path, 0, Vec::new());
        for segment in self.segments() {
            let part = match segment {
                Segment::Static(segment) => segment.test(rest)?,
                Segment::Param(segment) => segment.test(rest)?,
            };
            rest = part.remaining();
            length += part.matched().len();
            params.extend(part.params());
        }
        Some(PartialPathMatch::new(rest, params, path.get(..length)?))
    }

    fn generate_path(&self, path: &mut Vec<PathSegment>) {
        for segment in self.segments() {
            match segment {
                Segment::Static(segment) => segment.generate_path(path),
                Segment::Param(segment) => segment.generate_path(path),
            }
        }
    }
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

    #[test]
    fn a_pattern_is_a_route_as_that_of_the_router_is() {
        fn same(pattern: Pattern, of_the_router: impl PossibleRouteMatch) {
            let (mut ours, mut theirs) = (Vec::new(), Vec::new());
            pattern.generate_path(&mut ours);
            of_the_router.generate_path(&mut theirs);
            assert_eq!(ours, theirs);
            for path in [
                "",
                "/",
                "/a",
                "/a/",
                "/a/7",
                "/a/7/b",
                "/a/7/c",
                "/ab",
                "a/7",
                "/a/%41/b/c",
            ] {
                let seen = |found: Option<PartialPathMatch<'_>>| {
                    found.map(|found| {
                        let (rest, matched) =
                            (found.remaining().to_owned(), found.matched().to_owned());
                        (rest, matched, found.params())
                    })
                };
                assert_eq!(
                    seen(pattern.test(path)),
                    seen(of_the_router.test(path)),
                    "{path}"
                );
            }
        }
        same(Pattern(""), leptos_router::path!(""));
        same(Pattern("a"), leptos_router::path!("a"));
        same(Pattern("a/:id"), leptos_router::path!("a/:id"));
        same(Pattern("a/:id/b"), leptos_router::path!("a/:id/b"));
    }
}
