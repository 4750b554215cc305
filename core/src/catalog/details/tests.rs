use super::*;

const HEAD: &str =
    "ProductId,SkuId,Kind,Minimum,Maximum,PerCustomer,OnePerCustomer,Bases,UpgradeTargets\n";

fn offer(text: &str) -> OfferId {
    OfferId::parse(text).unwrap()
}

fn problems(lines: &str) -> Problems {
    read(&format!("{HEAD}{lines}")).unwrap_err()
}

#[test]
fn a_line_says_everything_about_its_product() {
    let text = format!(
        "{HEAD}CFQ7TTC0LH18,0001,,,,,,,\r\n\
         cfq7ttc0lh19,0001,Reservation,2,10,20,yes,,CFQ7TTC0LH18:0001\r\n\
         CFQ7TTC0LH20,000A,license,,,,,CFQ7TTC0LH18:0001  CFQ7TTC0LH19:0001,\r\n"
    );
    let all = read(&text).unwrap();
    assert_eq!(all.len(), 3);
    let of_prices = Limits {
        minimum: 1,
        maximum: 300,
        per_customer: None,
        one_per_customer: false,
    };
    assert_eq!(all[0].limits(of_prices), of_prices);
    assert_eq!(
        (all[1].kind, all[1].limits(of_prices)),
        (
            Kind::Reservation,
            Limits {
                minimum: 2,
                maximum: 10,
                per_customer: Some(20),
                one_per_customer: true
            }
        )
    );
    assert_eq!(all[1].upgrades, [offer("CFQ7TTC0LH18:0001")].into());
    assert_eq!(all[2].bases.len(), 2);
}

#[test]
fn every_wrong_line_is_named() {
    let wrong = problems(
        "CFQ7TTC0LH18,0001,gift,0,2.5,-1,maybe,CFQ7TTC0LH18,nonsense\n\
         CFQ7TTC0LH18,0001,,10,9,5,,,\n\
         CFQ7TTC0LH18,1,,,,,,,\n\
         CFQ7TTC0LH21,0001,,4294967296,,,,CFQ7TTC0LH21:0001,\n\
         CFQ7TTC0LH21,0001,,,,,,CFQ7TTC0LH21:0001,\n\
         CFQ7TTC0LH22,0001,,,,,,,\n\
         CFQ7TTC0LH22,0001,,,,,,,\n\
         CFQ7TTC0LH23,0001\n",
    );
    let lines: Vec<u64> = wrong.iter().map(|(line, _)| *line).collect();
    assert_eq!(lines, [2, 2, 2, 2, 2, 2, 2, 3, 3, 4, 5, 6, 8, 9]);
    let told = |line: u64| wrong.iter().find(|(at, _)| *at == line).map(|(_, it)| it);
    assert_eq!(
        told(6),
        Some(&Problem::invalid(
            BASES,
            "CFQ7TTC0LH21:0001",
            Wanted::Another
        ))
    );
    assert_eq!(
        told(8),
        Some(&Problem::Twice {
            text: "CFQ7TTC0LH22:0001".to_owned(),
            line: 7
        })
    );
    assert!(matches!(told(9), Some(Problem::Fields { has: 2, .. })));
}

#[test]
fn columns_have_names_that_are_known() {
    let wrong = read("productid,Colour,Kind,KIND\nx,y,z,z\n").unwrap_err();
    let codes: Vec<String> = wrong
        .iter()
        .map(|(line, it)| format!("{line}: {it}"))
        .collect();
    assert_eq!(
        codes,
        [
            "1: the column `Colour` is unknown",
            "1: the column `KIND` appears twice",
            "1: the column `SkuId` is missing"
        ]
    );
    assert_eq!(read(HEAD), Err(vec![(0, Problem::NoLines)]));
}

#[test]
fn what_the_catalog_lacks_is_named() {
    let text = format!(
        "{HEAD}CFQ7TTC0LH18,0001,,,,,,CFQ7TTC0LH30:0001,CFQ7TTC0LH31:0001\n\
         CFQ7TTC0LH19,0001,,500,,,,,\n\
         CFQ7TTC0LH20,0001,,,,,,,\n"
    );
    let all = read(&text).unwrap();
    let limits = Limits {
        minimum: 1,
        maximum: 300,
        per_customer: None,
        one_per_customer: false,
    };
    let known = ["CFQ7TTC0LH18:0001", "CFQ7TTC0LH19:0001"].map(|text| (offer(text), limits));
    let wrong = check(&all, &known.into()).unwrap_err();
    let lines: Vec<u64> = wrong.iter().map(|(line, _)| *line).collect();
    assert_eq!(lines, [2, 2, 3, 4]);
    assert_eq!(check(&all[..0], &BTreeMap::new()), Ok(()));
}

#[test]
fn any_text_is_a_file_or_is_not() {
    for text in [
        "",
        "\n",
        "\u{feff}",
        "a,b\n\"",
        "ProductId,SkuId\n\"CFQ7TTC0LH18\n,1\n",
    ] {
        let _ = read(text);
    }
}
