//! Whether the role may set up the schema: asked before, so that everything that is missing is told at once, with the
//! statements that give it.

use std::fmt;

use sqlx::PgConnection;

use super::{DatabaseError, JOB_SCHEMA};

/// The rights that the role of the connection lacks.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub struct MissingRights {
    /// Names as they are written in SQL.
    role: String,
    database: String,
    /// The schema in which it may not create tables.
    schema: Option<String>,
    /// Whether it may not create the schema of the job queue.
    jobs: bool,
}

#[derive(sqlx::FromRow)]
struct Found {
    role: String,
    database: String,
    schema: String,
    may_create_tables: bool,
    may_create_schemas: bool,
    has_job_schema: bool,
}

/// Checks the rights that the migrations need. The one in the schema is asked for even when there is nothing to
/// migrate: Postgres refuses `create table if not exists` without it.
pub(super) async fn check(connection: &mut PgConnection) -> Result<(), DatabaseError> {
    let found: Found = sqlx::query_as(
        "select quote_ident(current_user) as role, quote_ident(current_database()) as database,
            quote_ident(schema) as schema,
            has_schema_privilege(schema, 'create') as may_create_tables,
            has_database_privilege(current_database(), 'create') as may_create_schemas,
            exists (select from pg_namespace where nspname = $1) as has_job_schema
         from (select coalesce(current_schema(), 'public')::text as schema) place",
    )
    .bind(JOB_SCHEMA)
    .fetch_one(connection)
    .await?;
    let missing = MissingRights {
        schema: (!found.may_create_tables).then_some(found.schema),
        jobs: !found.has_job_schema && !found.may_create_schemas,
        role: found.role,
        database: found.database,
    };
    if missing.schema.is_none() && !missing.jobs {
        return Ok(());
    }
    Err(missing.into())
}

impl fmt::Display for MissingRights {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let MissingRights { role, database, .. } = self;
        writeln!(
            formatter,
            "the role {role} may not set up the database {database}; it lacks"
        )?;
        if let Some(schema) = &self.schema {
            writeln!(
                formatter,
                "  the right to create tables in the schema {schema}"
            )?;
        }
        if self.jobs {
            writeln!(
                formatter,
                "  the right to create a schema, {JOB_SCHEMA}, for the job queue"
            )?;
        }
        writeln!(
            formatter,
            "let the database's owner or a superuser run, in this database,"
        )?;
        if let Some(schema) = &self.schema {
            writeln!(
                formatter,
                "  grant create, usage on schema {schema} to {role};"
            )?;
        }
        if self.jobs {
            writeln!(
                formatter,
                "  grant create on database {database} to {role};"
            )?;
        }
        write!(
            formatter,
            "or give it the database:\n  alter database {database} owner to {role};"
        )
    }
}

#[cfg(test)]
mod tests {
    use sqlx::{AssertSqlSafe, Executor as _, PgPool};
    use uuid::Uuid;

    use crate::{
        database::{self, DatabaseError},
        testing::{self, TestDatabase},
    };

    /// A role without any right, and a pool of its connections.
    struct Stranger {
        name: String,
        pool: PgPool,
    }

    impl Stranger {
        async fn new(database: &TestDatabase) -> Self {
            // A name that has to be quoted.
            let name = format!("Stranger {}", Uuid::now_v7().simple());
            let create = format!("create role \"{name}\" login");
            database.pool.execute(AssertSqlSafe(create)).await.unwrap();
            let options = database.options().username(&name);
            let pool = database::connect(options, 4, testing::config(&[]).timeouts)
                .await
                .unwrap();
            Self { name, pool }
        }

        /// The role is the cluster's, and would outlive the database.
        async fn leave(self, database: &TestDatabase) {
            self.pool.close().await;
            for statement in ["drop owned by", "drop role"] {
                let statement = format!("{statement} \"{}\"", self.name);
                database
                    .pool
                    .execute(AssertSqlSafe(statement))
                    .await
                    .unwrap();
            }
        }
    }

    async fn refused(pool: &PgPool) -> String {
        match database::migrate(pool).await {
            Err(DatabaseError::Rights(missing)) => missing.to_string(),
            other => panic!("{other:?}"),
        }
    }

    #[tokio::test]
    async fn all_missing_rights_are_told_with_the_statements_that_give_them() {
        let database = testing::empty_database().await;
        let stranger = Stranger::new(&database).await;
        let said = refused(&stranger.pool).await;
        let grants: Vec<&str> = said
            .lines()
            .map(str::trim)
            .filter(|line| line.starts_with("grant "))
            .collect();
        assert_eq!(grants.len(), 2, "{said}");
        assert!(
            said.contains(&format!(" owner to \"{}\";", stranger.name)),
            "{said}"
        );
        // The statements that it names are enough.
        database
            .pool
            .execute(AssertSqlSafe(grants[1].to_owned()))
            .await
            .unwrap();
        let said = refused(&stranger.pool).await;
        assert!(!said.contains("job queue"), "{said}");
        database
            .pool
            .execute(AssertSqlSafe(grants[0].to_owned()))
            .await
            .unwrap();
        database::migrate(&stranger.pool).await.unwrap();
        stranger.leave(&database).await;
    }
}
