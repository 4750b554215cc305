use std::collections::BTreeMap;

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
    let wrong = read("productid,Color,Kind,KIND\nx,y,z,z\n").unwrap_err();
    let codes: Vec<String> = wrong
        .iter()
        .map(|(line, it)| format!("{line}: {it}"))
        .collect();
    assert_eq!(
        codes,
        [
            "1: the column `Color` is unknown",
            "1: the column `KIND` appears twice",
            "1: the column `SkuId` is missing"
        ]
    );
    assert_eq!(read(HEAD), Err(vec![(0, Problem::NoLines)]));
}

const PRICED: Limits = Limits {
    minimum: 1,
    maximum: 300,
    per_customer: None,
    one_per_customer: false,
};

/// A catalog of which an earlier file has said these lines.
fn catalog(lines: &str) -> BTreeMap<OfferId, Known> {
    let said = read(&format!("{HEAD}{lines}")).unwrap();
    let known = said.into_iter().map(|said| Known {
        name: "Basic".to_owned(),
        of_prices: PRICED,
        said: Details { line: 0, ..said },
        sold: Sold::default(),
    });
    known.map(|it| (it.said.offer.clone(), it)).collect()
}

/// Five products of which nothing was said yet.
fn bare() -> BTreeMap<OfferId, Known> {
    let line = |number| format!("CFQ7TTC0LH{number},0001,,,,,,,\n");
    catalog(&(18..=22).map(line).collect::<String>())
}

fn found(lines: &str, known: &BTreeMap<OfferId, Known>) -> Vec<String> {
    let all = read(&format!("{HEAD}{lines}")).unwrap();
    let wrong = check(&all, known).err().unwrap_or_default();
    let told = wrong.iter().map(|(line, it)| format!("{line}: {it}"));
    told.collect()
}

#[test]
fn what_the_catalog_lacks_is_named() {
    let text = format!(
        "{HEAD}CFQ7TTC0LH18,0001,,,,,,CFQ7TTC0LH30:0001,CFQ7TTC0LH31:0001\n\
         CFQ7TTC0LH19,0001,,500,,,,,\n\
         CFQ7TTC0LH30,0001,,,,,,,\n"
    );
    let all = read(&text).unwrap();
    let mut known = bare();
    known.remove(&offer("CFQ7TTC0LH20:0001"));
    let wrong = check(&all, &known).unwrap_err();
    let lines: Vec<u64> = wrong.iter().map(|(line, _)| *line).collect();
    assert_eq!(lines, [2, 2, 3, 4]);
    assert_eq!(check(&all[..0], &BTreeMap::new()), Ok(()));
}

#[test]
fn upgrades_lead_nowhere_back() {
    // A chain, and two ways to one target, are no circle.
    let fine = "CFQ7TTC0LH18,0001,,,,,,,CFQ7TTC0LH19:0001 CFQ7TTC0LH20:0001\n\
         CFQ7TTC0LH19,0001,,,,,,,CFQ7TTC0LH20:0001\n";
    assert_eq!(found(fine, &bare()), Vec::<String>::new());
    let known = catalog(
        "CFQ7TTC0LH18,0001,,,,,,,CFQ7TTC0LH19:0001\n\
         CFQ7TTC0LH19,0001,,,,,,,CFQ7TTC0LH20:0001\n\
         CFQ7TTC0LH20,0001,,,,,,,\n\
         CFQ7TTC0LH21,0001,,,,,,,\n",
    );
    // With what an earlier file has said.
    let closing = "CFQ7TTC0LH21,0001,,,,,,,\nCFQ7TTC0LH20,0001,,,,,,,CFQ7TTC0LH18:0001\n";
    assert_eq!(
        found(closing, &known),
        [
            "3: UpgradeTargets lead back to where they began: CFQ7TTC0LH18:0001 → CFQ7TTC0LH19:0001 → \
             CFQ7TTC0LH20:0001 → CFQ7TTC0LH18:0001"
        ]
    );
    // A line says everything: it takes the way away on which they came back.
    let open = format!("{closing}CFQ7TTC0LH19,0001,,,,,,,\n");
    assert_eq!(found(&open, &known), Vec::<String>::new());
}

#[test]
fn a_base_is_no_add_on_and_of_the_same_kind() {
    let wrong = "CFQ7TTC0LH18,0001,,,,,,CFQ7TTC0LH19:0001,\n\
         CFQ7TTC0LH19,0001,,,,,,CFQ7TTC0LH20:0001,\n\
         CFQ7TTC0LH21,0001,software,,,,,CFQ7TTC0LH20:0001,CFQ7TTC0LH22:0001\n";
    assert_eq!(
        found(wrong, &bare()),
        [
            "2: Bases: `CFQ7TTC0LH19:0001` is the base of `CFQ7TTC0LH18:0001`, and an add-on itself",
            "4: Bases: `CFQ7TTC0LH20:0001` is of another kind than `CFQ7TTC0LH21:0001`",
            "4: UpgradeTargets: `CFQ7TTC0LH22:0001` is of another kind than `CFQ7TTC0LH21:0001`",
        ]
    );
    // What was said before counts too, at the line that changes it.
    let known = catalog(
        "CFQ7TTC0LH18,0001,,,,,,CFQ7TTC0LH19:0001,\nCFQ7TTC0LH19,0001,,,,,,,\n\
         CFQ7TTC0LH20,0001,,,,,,,\n",
    );
    let add_on = "CFQ7TTC0LH20,0001,,,,,,,\nCFQ7TTC0LH19,0001,,,,,,CFQ7TTC0LH20:0001,\n";
    assert_eq!(
        found(add_on, &known),
        ["3: Bases: `CFQ7TTC0LH19:0001` is the base of `CFQ7TTC0LH18:0001`, and an add-on itself"]
    );
}

#[test]
fn what_changes_is_told_with_what_was_sold() {
    let mut known = bare();
    let product = offer("CFQ7TTC0LH19:0001");
    known.get_mut(&product).unwrap().sold = Sold {
        fewest: Some(5),
        most: 40,
        of_customer: 60,
        subscriptions: 2,
    };
    let text = format!(
        "{HEAD}CFQ7TTC0LH18,0001,,,,,,,\n\
         CFQ7TTC0LH19,0001,,,50,50,,,\n\
         CFQ7TTC0LH20,0001,,,301,,yes,,\n"
    );
    let all = read(&text).unwrap();
    assert_eq!(check(&all, &known), Ok(()));
    let difference = difference(&all, &known);
    let lines = |changes: &[Change<'_>]| -> Vec<u64> {
        changes.iter().map(|change| change.after.line).collect()
    };
    assert_eq!(
        (lines(&difference.changes), difference.same),
        (vec![3, 4], 1)
    );
    assert_eq!(lines(&difference.below_sold), [3]);
    assert_eq!(lines(&difference.unpriced), [4]);
    let effect = difference.effect();
    assert_eq!((effect.changed, effect.unchanged, effect.added), (2, 1, 0));
}

/// Any file beside any other: what is found right has no circle, however it is gone through.
#[test]
fn what_is_found_right_leads_nowhere_back() {
    use proptest::prelude::*;
    let ties = prop::collection::vec(prop::collection::vec(18_u8..=22, 0..3), 5);
    let mut runner = proptest::test_runner::TestRunner::default();
    let both = (ties.clone(), ties, 0_usize..=5);
    let lines = |ties: &[Vec<u8>], from: usize| -> String {
        let line = |(at, targets): (usize, &Vec<u8>)| {
            let own = 18 + at;
            let others = targets.iter().filter(|it| usize::from(**it) != own);
            let others: Vec<String> = others.map(|it| format!("CFQ7TTC0LH{it}:0001")).collect();
            format!("CFQ7TTC0LH{own},0001,,,,,,,{}\n", others.join(" "))
        };
        ties.iter().enumerate().skip(from).map(line).collect()
    };
    let tested = runner.run(&both, |(before, file, from)| {
        let known = catalog(&lines(&before, 0));
        let before_is_right = found(&lines(&before, 0), &bare()).is_empty();
        let text = lines(&file, from);
        if text.is_empty() || !before_is_right {
            return Ok(());
        }
        let mut targets: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (at, (before, file)) in before.iter().zip(&file).enumerate() {
            let said = if at < from { before } else { file };
            let others = said.iter().map(|it| usize::from(*it) - 18);
            targets.insert(at, others.filter(|it| *it != at).collect());
        }
        // Taking away what leads nowhere leaves nothing but what leads back.
        while let Some(end) = targets
            .iter()
            .find_map(|(at, to)| to.is_empty().then_some(*at))
        {
            targets.remove(&end);
            for to in targets.values_mut() {
                to.retain(|it| *it != end);
            }
        }
        prop_assert_eq!(found(&text, &known).is_empty(), targets.is_empty());
        Ok(())
    });
    tested.unwrap();
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
