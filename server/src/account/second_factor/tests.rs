use std::collections::HashSet;

use super::*;

/// The secret of the examples in RFC 6238.
const SECRET: &[u8] = b"12345678901234567890";

fn at(seconds: i64) -> Timestamp {
    Timestamp::from_timestamp(seconds, 0).unwrap()
}

/// The last six digits of the examples in appendix B of RFC 6238, for SHA-1.
#[test]
fn codes_are_those_of_the_standard() {
    for (seconds, code) in [
        (59, "287082"),
        (1_111_111_109, "081804"),
        (1_111_111_111, "050471"),
        (1_234_567_890, "005924"),
        (2_000_000_000, "279037"),
        (20_000_000_000, "353130"),
    ] {
        assert_eq!(
            step_of(SECRET, code, at(seconds)).unwrap(),
            Some(seconds / 30),
            "{code}"
        );
    }
}

#[test]
fn a_clock_may_be_off_by_one_step_and_no_more() {
    let code = "081804";
    let step = 1_111_111_109 / 30;
    for (steps, good) in [(-2, false), (-1, true), (0, true), (1, true), (2, false)] {
        let found = step_of(SECRET, code, at((step + steps) * 30)).unwrap();
        assert_eq!(found, good.then_some(step), "{steps} steps off");
    }
}

#[test]
fn a_secret_of_another_length_is_an_error() {
    assert!(step_of(b"short", "081804", at(0)).is_err());
}

#[test]
fn codes_are_read_as_people_write_them() {
    let read = |typed: &str| match Code::parse(typed) {
        Some(Code::App(code)) => Some(code),
        _ => None,
    };
    for typed in ["081804", " 081 804 ", "081-804", "０８１８０４"] {
        assert_eq!(read(typed).as_deref(), Some("081804"), "{typed}");
    }
    for typed in ["", "08180", "0818045", "08180a", "+81804", "八一八零四零"] {
        assert!(Code::parse(typed).is_none(), "{typed}");
    }
}

#[test]
fn a_recovery_code_has_all_its_digits() {
    let whole = "01234-56789-01234-56789-01234-56789-01234-56789";
    assert!(Code::parse(whole) == Some(Code::Recovery(RecoveryHash::of(&whole.replace('-', "")))));
    for fewer in (7..40).chain([41]) {
        assert!(Code::parse(&"7".repeat(fewer)).is_none(), "{fewer} digits");
    }
}

#[test]
fn recovery_codes_are_ten_and_different_and_found_again_as_they_are_shown() {
    let codes = RecoveryCode::fresh();
    let shown: HashSet<String> = codes.iter().map(ToString::to_string).collect();
    assert_eq!(shown.len(), 10);
    for code in &codes {
        let text = code.to_string();
        assert_eq!((text.len(), text.matches('-').count()), (47, 7), "{text}");
        assert!(Code::parse(&text) == Some(Code::Recovery(code.hash())));
    }
    let joined = RecoveryCode::joined(&codes);
    assert!(RecoveryCode::split(&joined) == Some(codes));
    assert!(RecoveryCode::split(&format!("{joined}0")).is_none());
}

#[test]
fn an_app_is_told_account_and_issuer() {
    let url = app(SECRET, "grace.lin@contoso.example")
        .unwrap()
        .to_url()
        .unwrap();
    assert_eq!(
        url,
        "otpauth://totp/Tierline:grace.lin%40contoso.example?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Tierline"
    );
}

/// Three corners of every code are squares of seven modules: an outline, and a core of three.
#[test]
fn a_drawing_has_its_corners_inside_a_margin() {
    let code = drawing("otpauth://totp/Tierline").unwrap();
    assert_eq!((code.size - 8 - 17) % 4, 0, "{}", code.size);
    assert!(code.path.starts_with("M4 4h7v1h-7z"), "{}", code.path);
    assert!(code.path.contains("M6 6h3v1h-3z"), "{}", code.path);
    assert!(
        code.path
            .bytes()
            .all(|byte| b"Mhvz- 0123456789".contains(&byte))
    );
}
