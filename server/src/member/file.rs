//! A file of users, as it was typed. What its lines say is core's.

use std::io;

use csv::StringRecord;
use tierline_core::{
    catalog::{FileRow, FileRows, FileStopped, unreadable_line},
    import::Problem,
    license::{PRODUCTS_COLUMN, WITHDRAWN_COLUMN},
    member::{USER_COLUMNS, UserLine},
};

/// A line: its number, and its fields.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Typed {
    pub line: u64,
    user_name: String,
    name: String,
    roles: String,
    /// The names of products.
    pub products: String,
    /// The names of those that the user loses.
    pub withdrawn: String,
}

impl Typed {
    /// In core's form.
    pub(super) fn user(&self) -> UserLine<'_> {
        UserLine {
            line: self.line,
            user_name: &self.user_name,
            name: &self.name,
            roles: &self.roles,
        }
    }
}

/// The lines that could be read, and what is wrong with the others.
#[derive(Clone, Debug, Default)]
pub(super) struct Users {
    pub typed: Vec<Typed>,
    /// The number of all lines.
    pub lines: u64,
    /// As line 0, the whole file.
    pub wrong: Vec<(u64, Problem)>,
}

impl Users {
    /// What is to be done, one after the other: everything is withdrawn before anything is assigned, because what one
    /// line gives back another one may get.
    pub(super) fn steps(&self) -> Vec<Typed> {
        let withdrawn = self.that_withdraw().map(|it| Typed {
            products: String::new(),
            ..it.clone()
        });
        let others = self.typed.iter().map(|it| Typed {
            withdrawn: String::new(),
            ..it.clone()
        });
        withdrawn.chain(others).collect()
    }

    /// How many of the steps withdraw.
    pub(super) fn withdrawing(&self) -> usize {
        self.that_withdraw().count()
    }

    fn that_withdraw(&self) -> impl Iterator<Item = &Typed> {
        self.typed.iter().filter(|it| !it.withdrawn.is_empty())
    }

    /// A file of these lines alone.
    pub(super) fn of(typed: &[Typed]) -> Users {
        Users {
            typed: typed.to_vec(),
            lines: u64::try_from(typed.len()).unwrap_or(u64::MAX),
            wrong: Vec::new(),
        }
    }
}

/// Reads a file of users: a line for each.
///
/// # Errors
/// When the file cannot be read.
pub(super) fn users(input: impl io::Read) -> io::Result<Users> {
    let mut found = Users::default();
    match listed(input, &mut found) {
        Ok(()) => Ok(found),
        // What is no such file has no users.
        Err(FileStopped::File(problem)) => Ok(Users {
            wrong: vec![problem.told()],
            ..Users::default()
        }),
        Err(FileStopped::Unreadable(error)) => Err(error),
    }
}

fn listed(input: impl io::Read, found: &mut Users) -> Result<(), FileStopped> {
    let mut rows = FileRows::trimmed(input)?;
    let names: Vec<String> = match rows.header()? {
        Ok(names) => names.iter().map(str::to_ascii_lowercase).collect(),
        Err(error) => {
            found.wrong.push((1, unreadable_line(&error)));
            return Ok(());
        }
    };
    let problems = columns(&names).into_iter();
    found.wrong.extend(problems.map(|problem| (1, problem)));
    if !found.wrong.is_empty() {
        return Ok(());
    }
    let [user_name, name, roles] = USER_COLUMNS;
    while let Some(FileRow { line, fields }) = rows.next_row()? {
        found.lines += 1;
        match fields {
            Ok(record) => {
                let field = |column: &str| field(&names, &record, column);
                found.typed.push(Typed {
                    line,
                    user_name: field(user_name),
                    name: field(name),
                    roles: field(roles),
                    products: field(PRODUCTS_COLUMN),
                    withdrawn: field(WITHDRAWN_COLUMN),
                });
            }
            Err(error) => found.wrong.push((line, unreadable_line(&error))),
        }
    }
    if found.lines == 0 {
        found.wrong.push((0, Problem::NoLines));
    }
    Ok(())
}

/// What is wrong with the names of the columns. Roles and products may be missing.
fn columns(names: &[String]) -> Vec<Problem> {
    let [user_name, name, roles] = USER_COLUMNS;
    let known = [user_name, name, roles, PRODUCTS_COLUMN, WITHDRAWN_COLUMN];
    let mut wrong = Vec::new();
    for (at, column) in names.iter().enumerate() {
        if names.iter().take(at).any(|earlier| earlier == column) {
            wrong.push(Problem::ColumnTwice {
                column: column.clone(),
            });
        } else if !known.contains(&column.as_str()) {
            wrong.push(Problem::ColumnUnknown {
                column: column.clone(),
            });
        }
    }
    for required in [user_name, name] {
        if !names.iter().any(|column| column == required) {
            wrong.push(Problem::ColumnMissing {
                column: required.to_owned(),
            });
        }
    }
    wrong
}

/// The field in this column; empty where the file has no such column.
fn field(names: &[String], record: &StringRecord, column: &str) -> String {
    let at = names.iter().position(|name| name == column);
    at.and_then(|at| record.get(at))
        .unwrap_or_default()
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_come_in_any_order_and_two_may_be_missing() {
        let found = users(&b"Name,user_name\nMia Kern, mia@a.example \n"[..]).unwrap();
        assert_eq!((found.lines, found.wrong.len()), (1, 0));
        let line = found.typed[0].user();
        assert_eq!(
            (line.line, line.user_name, line.name),
            (2, "mia@a.example", "Mia Kern")
        );
        assert_eq!((line.roles, found.typed[0].products.as_str()), ("", ""));
    }

    #[test]
    fn what_is_no_such_file_is_named_as_a_whole() {
        for (text, line) in [
            ("", 0),
            ("user_name\nmia@a.example\n", 1),
            ("user_name,name,name\n", 1),
            ("user_name,name,password\n", 1),
            ("user_name,name\n", 0),
        ] {
            let found = users(text.as_bytes()).unwrap();
            assert_eq!(found.wrong[0].0, line, "{text}: {:?}", found.wrong);
        }
    }
}
