#!/usr/bin/env bash
# PostgreSQL's programs. The server starts a cluster of its own from them, so none is created here.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/../lib/env.sh"
. "$TIERLINE_ROOT/scripts/lib/apt.sh"
. "$TIERLINE_ROOT/scripts/lib/postgres.sh"

[ -z "$(postgres_programs)" ] || exit 0

# Without root this stops and says what to install.
[ "$(id -u)" -eq 0 ] || install_packages "PostgreSQL" postgresql

# Debian would create and start a cluster at once; postgresql-common has a setting against that.
install_packages "PostgreSQL's tools" postgresql-common
settings=/etc/postgresql-common/createcluster.conf
sed -i 's/^#\?create_main_cluster.*/create_main_cluster = false/' "$settings"
install_packages "PostgreSQL" postgresql
sed -i 's/^create_main_cluster = false/#create_main_cluster = true/' "$settings"

[ -n "$(postgres_programs)" ] || fail "PostgreSQL was installed, but initdb and postgres are not to be found"
