//! Parsing the lines of a registry file into members, or into all problems with them.

use std::{collections::HashMap, fmt, io};

use argon2::password_hash::phc::PasswordHash;
use csv::StringRecord;
use serde::{Deserialize, Serialize};
use tierline_core::{
    catalog::{FileRow, FileRows, FileStopped, unreadable_line},
    import::{Problem, Wanted},
    market::Country,
    membership::{Location, NewMember, Profile},
    text::{CompanyName, EmailAddress, MpnId},
};

const REQUIRED: [&str; 3] = ["account", "profile_mpn", "profile"];
const OPTIONAL: [&str; 6] = [
    "location_mpn",
    "location",
    "country",
    "status",
    "profile_status",
    "password_hash",
];

/// A wrong line, or, as line 0, the whole file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
pub(crate) struct Wrong {
    pub line: u64,
    pub problem: Problem,
}

impl Wrong {
    pub(super) fn new(line: u64, problem: Problem) -> Wrong {
        Wrong { line, problem }
    }
}

impl fmt::Display for Wrong {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            0 => write!(formatter, "{}", self.problem),
            line => write!(formatter, "line {line}: {}", self.problem),
        }
    }
}

/// A member of a file, with the lines of what it has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Listed {
    pub new: NewMember,
    pub password_hash: Option<String>,
    /// Its first line.
    pub line: u64,
    /// The lines of its MPN IDs, as far as they are not the first one.
    lines: HashMap<MpnId, u64>,
}

impl Listed {
    /// The line that first has this MPN ID.
    pub(super) fn line_of(&self, mpn: &MpnId) -> u64 {
        self.lines.get(mpn).copied().unwrap_or(self.line)
    }
}

/// The members of a file: what could be read, and every wrong line.
#[derive(Clone, Debug, Default)]
pub(crate) struct Members {
    pub members: Vec<Listed>,
    pub lines: usize,
    pub wrong: Vec<Wrong>,
}

/// Reads a registry file: a line for each location.
///
/// # Errors
/// When the file cannot be read.
pub(crate) fn members(input: impl io::Read) -> io::Result<Members> {
    let mut found = Members::default();
    match listed(input, &mut found) {
        Ok(()) => Ok(found),
        // What is no such file has no members.
        Err(FileStopped::File(problem)) => {
            let (line, problem) = problem.told();
            Ok(Members {
                wrong: vec![Wrong::new(line, problem)],
                ..Members::default()
            })
        }
        Err(FileStopped::Unreadable(error)) => Err(error),
    }
}

fn listed(input: impl io::Read, found: &mut Members) -> Result<(), FileStopped> {
    let mut rows = FileRows::trimmed(input)?;
    let columns = match rows.header()? {
        Ok(names) => Columns::of(&names, &mut found.wrong),
        Err(error) => {
            found.wrong.push(Wrong::new(1, unreadable_line(&error)));
            return Ok(());
        }
    };
    if !found.wrong.is_empty() {
        return Ok(());
    }
    let mut reading = Reading::default();
    while let Some(FileRow { line, fields }) = rows.next_row()? {
        found.lines += 1;
        match fields.map(|record| columns.row(&record)) {
            Ok(Ok(row)) => reading.add(line, row, &mut found.wrong),
            Ok(Err(problems)) => {
                let problems = problems.into_iter();
                found.wrong.extend(problems.map(|it| Wrong::new(line, it)));
            }
            Err(error) => found.wrong.push(Wrong::new(line, unreadable_line(&error))),
        }
    }
    if found.lines == 0 {
        found.wrong.push(Wrong::new(0, Problem::NoLines));
    }
    found.members = reading.members;
    Ok(())
}

/// A line.
struct Row {
    account: EmailAddress,
    profile: MpnId,
    profile_name: CompanyName,
    profile_is_active: bool,
    location: Option<Location>,
    password_hash: Option<String>,
}

/// The positions of the columns.
struct Columns {
    names: Vec<String>,
}

impl Columns {
    fn of(names: &StringRecord, wrong: &mut Vec<Wrong>) -> Columns {
        let names: Vec<String> = names.iter().map(str::to_ascii_lowercase).collect();
        for (at, name) in names.iter().enumerate() {
            let column = name.clone();
            if names.iter().take(at).any(|earlier| earlier == name) {
                wrong.push(Wrong::new(1, Problem::ColumnTwice { column }));
            } else if !REQUIRED.contains(&name.as_str()) && !OPTIONAL.contains(&name.as_str()) {
                wrong.push(Wrong::new(1, Problem::ColumnUnknown { column }));
            }
        }
        for required in REQUIRED {
            if !names.iter().any(|name| name == required) {
                let column = required.to_owned();
                wrong.push(Wrong::new(1, Problem::ColumnMissing { column }));
            }
        }
        Columns { names }
    }

    fn row(&self, record: &StringRecord) -> Result<Row, Vec<Problem>> {
        let mut line = Line {
            columns: self,
            record,
            problems: Vec::new(),
        };
        let account = line.required("account", EmailAddress::parse, Wanted::Account);
        let profile = line.required("profile_mpn", MpnId::parse, Wanted::Mpn);
        let profile_name = line.required("profile", CompanyName::parse, Wanted::Name);
        let profile_is_active = line.is_active("profile_status");
        let is_active = line.is_active("status");
        let has_location = ["location_mpn", "location", "country"]
            .iter()
            .any(|name| line.value(name).is_some());
        let location = if has_location {
            let mpn = line.required("location_mpn", MpnId::parse, Wanted::Mpn);
            let name = line.required("location", CompanyName::parse, Wanted::Name);
            let country = line.required("country", Country::find, Wanted::Country);
            mpn.zip(name)
                .zip(country)
                .map(|((mpn, name), country)| Location {
                    mpn,
                    name,
                    country,
                    is_active,
                })
        } else {
            None
        };
        let password_hash = line.value("password_hash").map(str::to_owned);
        if let Some(hash) = &password_hash
            && !PasswordHash::new(hash).is_ok_and(|hash| hash.algorithm.as_str() == "argon2id")
        {
            // The field itself is not told: somebody may have written a password there.
            line.problems
                .push(Problem::invalid("password_hash", "…", Wanted::PasswordHash));
        }
        match (account, profile, profile_name) {
            (Some(account), Some(profile), Some(profile_name)) if line.problems.is_empty() => {
                Ok(Row {
                    account,
                    profile,
                    profile_name,
                    profile_is_active,
                    location,
                    password_hash,
                })
            }
            _ => Err(line.problems),
        }
    }
}

/// A line being read, and its problems so far.
struct Line<'r> {
    columns: &'r Columns,
    record: &'r StringRecord,
    problems: Vec<Problem>,
}

impl<'r> Line<'r> {
    /// The text in the column of this name; none if it is empty or missing.
    fn value(&self, name: &str) -> Option<&'r str> {
        let at = self
            .columns
            .names
            .iter()
            .position(|column| column == name)?;
        self.record.get(at).filter(|value| !value.is_empty())
    }

    fn required<T, E>(
        &mut self,
        name: &str,
        parse: impl Fn(&str) -> Result<T, E>,
        wanted: Wanted,
    ) -> Option<T> {
        let Some(text) = self.value(name) else {
            let column = name.to_owned();
            self.problems.push(Problem::Empty { column });
            return None;
        };
        let value = parse(text).ok();
        if value.is_none() {
            self.problems.push(Problem::invalid(name, text, wanted));
        }
        value
    }

    fn is_active(&mut self, name: &str) -> bool {
        match self.value(name) {
            None => true,
            Some(text) if text.eq_ignore_ascii_case("active") => true,
            Some(text) if text.eq_ignore_ascii_case("inactive") => false,
            Some(text) => {
                self.problems
                    .push(Problem::invalid(name, text, Wanted::Status));
                true
            }
        }
    }
}

/// The members so far, and where each account and each MPN ID was.
#[derive(Default)]
struct Reading {
    members: Vec<Listed>,
    accounts: HashMap<String, usize>,
    /// The line, the member, and, of a profile, its place in the member.
    mpns: HashMap<MpnId, (u64, usize, Option<usize>)>,
}

impl Reading {
    fn add(&mut self, line: u64, row: Row, wrong: &mut Vec<Wrong>) {
        let at = match self.accounts.get(&row.account.key()) {
            Some(at) => *at,
            None => {
                let at = self.members.len();
                self.accounts.insert(row.account.key(), at);
                self.members.push(Listed {
                    new: NewMember {
                        account: row.account.clone(),
                        profiles: Vec::new(),
                    },
                    password_hash: None,
                    line,
                    lines: HashMap::new(),
                });
                at
            }
        };
        let Some(member) = self.members.get_mut(at) else {
            return;
        };
        if let Some(hash) = row.password_hash {
            if member.password_hash.as_ref().is_some_and(|it| *it != hash) {
                wrong.push(Wrong::new(line, differs("password_hash")));
            }
            member.password_hash = Some(hash);
        }
        let twice = |mpn: &MpnId, first: u64| {
            let text = mpn.to_string();
            Wrong::new(line, Problem::Twice { text, line: first })
        };
        let place = match self.mpns.get(&row.profile) {
            Some((_, owner, Some(place))) if *owner == at => *place,
            Some((first, ..)) => {
                wrong.push(twice(&row.profile, *first));
                return;
            }
            None => {
                let place = member.new.profiles.len();
                member.new.profiles.push(Profile {
                    mpn: row.profile.clone(),
                    name: row.profile_name.clone(),
                    is_active: row.profile_is_active,
                    locations: Vec::new(),
                });
                member.lines.insert(row.profile.clone(), line);
                self.mpns
                    .insert(row.profile.clone(), (line, at, Some(place)));
                place
            }
        };
        let Some(profile) = member.new.profiles.get_mut(place) else {
            return;
        };
        if (&profile.name, profile.is_active) != (&row.profile_name, row.profile_is_active) {
            wrong.push(Wrong::new(line, differs("profile / profile_status")));
        }
        let Some(location) = row.location else { return };
        match self.mpns.get(&location.mpn) {
            Some((first, ..)) => wrong.push(twice(&location.mpn, *first)),
            None => {
                member.lines.insert(location.mpn.clone(), line);
                self.mpns.insert(location.mpn.clone(), (line, at, None));
                profile.locations.push(location);
            }
        }
    }
}

fn differs(column: &str) -> Problem {
    Problem::Differs {
        column: column.to_owned(),
    }
}

#[cfg(test)]
mod tests {

    use tierline_core::catalog::file::AHEAD;

    use super::*;

    const HEAD: &str = "account,profile_mpn,profile,location_mpn,location,country,status\n";

    fn read(lines: &str) -> Members {
        members(format!("{HEAD}{lines}").as_bytes()).unwrap()
    }

    #[test]
    fn a_member_has_the_lines_of_its_account() {
        let found = read(
            "mpn@a.example,7000000,A,7000001,A Berlin,DE,active\n\
             MPN@a.example,7000000,A,7000002,A Wien,AT,inactive\n\
             mpn@b.example,7000010,B,,,,\n",
        );
        assert_eq!(found.wrong, []);
        let shape: Vec<_> = found
            .members
            .iter()
            .map(|it| it.new.mpns().count())
            .collect();
        assert_eq!(shape, [3, 1]);
        let first = &found.members[0];
        assert!(!first.new.profiles[0].locations[1].is_active);
        assert_eq!(first.line_of(&"7000002".parse().unwrap()), 3);
    }

    #[test]
    fn every_wrong_line_is_named() {
        let found = read(
            "nobody,7000000,A,7000001,A Berlin,DE,active\n\
             mpn@a.example,7000000,A,7000001,A Berlin,XX,gone\n\
             mpn@a.example,7000000,A,7000002,A Berlin,DE,\n\
             mpn@b.example,7000010,B,7000002,B Berlin,DE,\n\
             mpn@b.example,7000000,B,7000012,B Berlin,DE,\n\
             mpn@b.example,7000010,C,7000013,B Berlin,DE,\n",
        );
        let lines: Vec<_> = found.wrong.iter().map(|wrong| wrong.line).collect();
        assert_eq!(lines, [2, 3, 3, 5, 6, 7], "{:?}", found.wrong);
    }

    #[test]
    fn a_file_of_something_else_is_named_as_a_whole() {
        for (text, line) in [("", 0), ("sku,name\n1,2\n", 1), (HEAD, 0)] {
            let found = members(text.as_bytes()).unwrap();
            assert_eq!(found.wrong[0].line, line, "{:?}", found.wrong);
        }
    }

    /// A file that counts the most that is asked of it at once.
    struct Counted<'a> {
        left: &'a [u8],
        most_asked: usize,
    }

    impl io::Read for Counted<'_> {
        fn read(&mut self, room: &mut [u8]) -> io::Result<usize> {
            self.most_asked = self.most_asked.max(room.len());
            self.left.read(room)
        }
    }

    #[test]
    fn a_file_of_twenty_thousand_lines_is_read_in_pieces_and_its_last_line_named() {
        let lines = (0..20_000).map(|n| {
            let mpn = 7_000_000 + 2 * n;
            format!(
                "mpn@c{n}.example,{mpn},C {n},{},C {n} Berlin,DE,active\n",
                mpn + 1
            )
        });
        let mut text = HEAD.to_owned();
        text.extend(lines);
        text.push_str("nobody,1\n");
        let mut file = Counted {
            left: text.as_bytes(),
            most_asked: 0,
        };
        let found = members(&mut file).unwrap();
        assert_eq!((found.lines, found.members.len()), (20_001, 20_000));
        let lines: Vec<_> = found.wrong.iter().map(|wrong| wrong.line).collect();
        assert_eq!(lines, [20_002]);
        assert!(file.most_asked <= AHEAD, "{}", file.most_asked);
    }

    #[test]
    fn a_file_that_breaks_off_is_no_registry() {
        struct Broken;
        impl io::Read for Broken {
            fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
                Err(io::Error::other("the disk is gone"))
            }
        }
        let head = io::Read::chain(HEAD.as_bytes(), Broken);
        assert_eq!(members(head).unwrap_err().to_string(), "the disk is gone");
    }
}
