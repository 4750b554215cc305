//! Where the second step of signing in is: an area of its own, because the first needs nothing of it.

use crate::account::page::sign_in_code::SignInCodePage;

crate::lazy::pages! { code:
    "sign-in/code" => SignInCodePage,
}
