//! Route of the page that an invitation's link opens: an area of its own, because strangers load nothing else.

use crate::invitation::page::link::LinkPage;

crate::lazy::pages! { link:
    "invitation/:token" => LinkPage,
}
