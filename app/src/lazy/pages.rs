//! The macro with which an area names its pages.

/// Declares an area: its paths and their pages. All of it goes into one module of the area's name.
///
/// ```ignore
/// crate::lazy::pages! { customer:
///     "customers" => CustomersPage,
///     "customers/:id" => CustomerPage,
/// }
/// ```
macro_rules! pages {
    ($area:ident: $($path:tt => $page:ident),+ $(,)?) => {
        /// The area, for code that needs the paths of its pages.
        pub(crate) const AREA: $crate::lazy::Area = $crate::lazy::Area {
            name: stringify!($area),
            paths: &[$($path),+],
            load: || ::std::boxed::Box::pin(load()),
        };

        /// The routes of the area.
        pub(crate) fn routes() -> ::std::vec::Vec<$crate::lazy::AreaRoute> {
            ::std::vec![$(
                $crate::lazy::LazyPage {
                    path: $path,
                    load: AREA.load,
                    show: || ::std::boxed::Box::pin(show(Page::$page)),
                }
                .route(),
            )+]
        }

        #[derive(Clone, Copy)]
        enum Page {
            $($page),+
        }

        #[cfg(feature = "split")]
        #[::leptos::wasm_split::wasm_split(
            $area,
            wasm_split_path = ::leptos::wasm_split,
            fallible,
            preload(load)
        )]
        fn show(page: Page) -> ::core::result::Result<::leptos::prelude::AnyView, $crate::lazy::NotLoaded> {
            use ::leptos::prelude::IntoAny as _;
            Ok(match page {
                $(Page::$page => ::leptos::view! { <$page/> }.into_any(),)+
            })
        }

        #[cfg(not(feature = "split"))]
        async fn show(page: Page) -> ::core::result::Result<::leptos::prelude::AnyView, $crate::lazy::NotLoaded> {
            use ::leptos::prelude::IntoAny as _;
            Ok(match page {
                $(Page::$page => ::leptos::view! { <$page/> }.into_any(),)+
            })
        }

        #[cfg(not(feature = "split"))]
        async fn load() -> ::core::result::Result<(), $crate::lazy::NotLoaded> {
            Ok(())
        }
    };
}

/// Declares pages that are documents of their own, and their module, which the browser's half has none of: forms and
/// links are all that they need. The browser comes to them and leaves them by loading a document.
///
/// ```ignore
/// crate::lazy::documents! { "sign-in" => sign_in::SignInPage }
/// ```
macro_rules! documents {
    ($($path:tt => $($page:ident)::+),+ $(,)?) => {
        /// The routes of these pages.
        pub(crate) fn routes() -> ::std::vec::Vec<$crate::lazy::AreaRoute> {
            use ::leptos_router::any_nested_route::IntoAnyNestedRoute as _;
            ::std::vec![$({
                #[cfg(not(feature = "hydrate"))]
                let page = $($page)::+;
                #[cfg(feature = "hydrate")]
                let page = $crate::lazy::Elsewhere;
                ::leptos_router::NestedRoute::new($crate::lazy::Pattern($path), page)
                    .into_any_nested_route()
            }),+]
        }
    };
}

pub(crate) use documents;
pub(crate) use pages;
