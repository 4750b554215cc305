//! The file of words, as the server makes it.

use std::collections::BTreeSet;

use tierline_core::market::Country;

use super::{BETWEEN, COUNTRIES, Group, key};
use crate::i18n::{Lang, market};

pub(crate) use inventory;

inventory::collect!(Group);

/// The texts that one file is for.
#[derive(Clone, Copy, Debug)]
pub enum Need<'a> {
    /// All of them.
    All,
    /// Those with these keys, and the names of countries.
    First(&'a BTreeSet<u32>),
    /// Those with these keys, which the first file lacks.
    Then(&'a BTreeSet<u32>),
}

impl Need<'_> {
    fn has(self, key: u32) -> bool {
        match self {
            Need::All => true,
            Need::First(keys) | Need::Then(keys) => keys.contains(&key),
        }
    }
}

/// Texts of the pages in one language, for the browser beside its program. A text that isn't needed is left out, and
/// its place is empty.
#[must_use]
pub fn file(lang: Lang, need: Need<'_>) -> String {
    let mut lines: Vec<(u32, String)> = inventory::iter::<Group>()
        .filter_map(|group| {
            let needed = (0_u32..).zip(group.texts).map(|(place, text)| {
                let is_needed = need.has(key(group.id, place));
                if is_needed { of(text, lang) } else { "" }
            });
            line(group.id, needed)
        })
        .collect();
    if !matches!(need, Need::Then(..)) {
        let countries = Country::all().map(|country| market::country(lang, country));
        lines.extend(line(COUNTRIES, countries));
    }
    // The linker's order of the groups must not change the file.
    lines.sort();
    lines.into_iter().map(|(_, line)| line).collect()
}

fn of(text: &[&'static str; 3], lang: Lang) -> &'static str {
    let [en, hant, hans] = *text;
    match lang {
        Lang::En => en,
        Lang::ZhHant => hant,
        Lang::ZhHans => hans,
    }
}

/// None if no text of it is needed.
fn line(id: u32, texts: impl Iterator<Item = &'static str>) -> Option<(u32, String)> {
    let mut line = format!("{id:x}");
    for text in texts {
        line.push(BETWEEN);
        line.push_str(text);
    }
    let kept = line.trim_end_matches(BETWEEN).len();
    line.truncate(kept);
    line.push('\n');
    line.contains(BETWEEN).then_some((id, line))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The keys of all texts, and how many texts there are.
    fn keys() -> (BTreeSet<u32>, usize) {
        let sizes = inventory::iter::<Group>().map(|group| (group.id, group.texts.len()));
        let sizes: Vec<(u32, usize)> = sizes.chain([(COUNTRIES, Country::all().count())]).collect();
        let of = |(id, size): &(u32, usize)| {
            (0..*size as u32).map(|it| key(*id, it)).collect::<Vec<_>>()
        };
        (
            sizes.iter().flat_map(of).collect(),
            sizes.iter().map(|(_, size)| size).sum(),
        )
    }

    #[test]
    fn every_group_has_a_number_and_every_text_a_key_of_its_own() {
        let groups = inventory::iter::<Group>().count();
        assert!(groups > 30, "{groups}");
        let ids: BTreeSet<u32> = inventory::iter::<Group>().map(|group| group.id).collect();
        assert_eq!(ids.len(), groups);
        assert!(!ids.contains(&COUNTRIES));
        let (keys, texts) = keys();
        assert_eq!(keys.len(), texts);
        assert!(keys.iter().all(|key| key >> 30 == 0b10));
    }

    #[test]
    fn a_file_in_two_parts_has_each_needed_text_once() {
        let (all, _) = keys();
        let (first, then): (BTreeSet<u32>, BTreeSet<u32>) =
            all.iter().partition(|key| *key % 3 == 0);
        let then: BTreeSet<u32> = then.into_iter().filter(|key| key % 3 == 1).collect();
        let texts = |file: &str| -> usize {
            let all = file.lines().flat_map(|line| line.split(BETWEEN).skip(1));
            all.filter(|text| !text.is_empty()).count()
        };
        let countries = Country::all().map(|it| market::country(Lang::En, it));
        let countries = countries.filter(|name| !name.is_empty()).count();
        let of = |keys: &BTreeSet<u32>| {
            let groups = inventory::iter::<Group>();
            let keys = groups
                .flat_map(|group| (0..group.texts.len() as u32).map(|it| key(group.id, it)))
                .filter(|it| keys.contains(it));
            keys.count()
        };
        assert_eq!(
            texts(&file(Lang::En, Need::First(&first))),
            of(&first) + countries
        );
        // The names of countries are in the first file, whatever the second one has.
        assert_eq!(texts(&file(Lang::En, Need::Then(&then))), of(&then));
        assert_eq!(file(Lang::En, Need::Then(&BTreeSet::new())), "");
    }

    #[test]
    fn no_text_breaks_the_file() {
        for group in inventory::iter::<Group>() {
            for text in group.texts.as_flattened() {
                assert!(!text.contains(['\t', '\n']), "{text}");
                assert!(!text.contains("{{") && !text.contains(":?}"), "{text}");
            }
        }
    }

    #[test]
    fn a_file_holds_one_language() {
        let english = file(Lang::En, Need::All);
        assert!(english.contains("Germany") && !english.contains("德"));
        assert!(file(Lang::ZhHant, Need::All).contains("德國"));
        assert!(file(Lang::ZhHans, Need::All).contains("德国"));
    }

    /// Characters of one script alone.
    const HANT: &str = "計畫雲業務員單產關聯開頭請輸選擇擁權經過進遠運達適邊郵鍵錄長門間閱隊險難電頁項順預領題類顯\
        風飛館驗體點黨齊國區協參問團圖報場夾學對導將層屬帳幣幾廣應戶據換損擴數斷時會條極構標檔檢歷\
        歸殘沒準滿營獨獲現環異發盡眾確碼禮種稱節範簽簡級終組結給統維網綁緒線編緩縮總續罰職聽臨與舊\
        處號術補裡規視覽觀觸訂訊訪設許訴診註評詞試該詳認語誤說調論證識譯議護讀變讓負責貨販貼費資質\
        購贊贏轉較載輯辦連週遊遞遲還鄰釋針鈕銀銷鎖鏈陸階隨隱離靜響頻額願馬駐騎鬆魚麼黃龍";
    const HANS: &str = "计画云业务员单产关联开头请输选择拥权经过进远运达适边邮键录长门间阅队险难电页项顺预领题类显\
        风飞馆验体点党齐国区协参问团图报场夹学对导将层属帐币几广应户据换损扩数断时会条构标档检历归\
        残没满营独获现环异发尽众确码礼种称节签简级终组结给统维网绑绪线编缓缩总续罚职听临与旧处号术\
        补规视览观触订讯访设许诉诊评词试该详认语误说调论证识译议护读变让负责货贩贴费资质购赞赢转较\
        载辑办连递迟还邻释针钮银销锁链陆阶随隐离静响频额愿马驻骑鱼么黄龙";

    #[test]
    fn no_text_mixes_the_chinese_scripts() {
        for group in inventory::iter::<Group>() {
            for [english, hant, hans] in group.texts {
                // A name is the same in every language.
                if english == hant {
                    continue;
                }
                let of = |script: &str, text: &str| text.chars().find(|it| script.contains(*it));
                assert_eq!(of(HANS, hant), None, "{hant}");
                assert_eq!(of(HANT, hans), None, "{hans}");
            }
        }
    }
}
