# shellcheck shell=bash
# tally LOG...: adds up the closing lines of cargo-nextest, cargo test and Playwright: "PASSED FAILED SKIPPED".

tally() {
    cat "$@" | sed 's/\x1b\[[0-9;]*[A-Za-z]//g' | awk '
        # "Summary [ 1.2s] 12 tests run: 10 passed (1 slow), 1 failed, 1 timed out, 3 skipped", or "9/12 tests run" when cut short
        /^ *Summary \[.*tests? run:/ {
            line = $0
            sub(/^.*\] */, "", line)
            split(line, run, /[\/ ]/)
            passed += count(line, "passed"); skipped += count(line, "skipped")
            failed += run[1] - count(line, "passed")
        }
        # "test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out"
        /^test result: / {
            passed += count($0, "passed"); failed += count($0, "failed"); skipped += count($0, "ignored")
        }
        # Playwright closes with one line each: "  2 failed", "  1 flaky", "  3 skipped", "  20 passed (1.2m)"
        /^  [0-9]+ (passed|flaky)/ { passed += $1 }
        /^  [0-9]+ (failed|interrupted|did not run)/ { failed += $1 }
        /^  [0-9]+ skipped/ { skipped += $1 }
        function count(text, word,    at) {
            at = match(text, "[0-9]+ " word)
            return at ? substr(text, RSTART, RLENGTH) + 0 : 0
        }
        END { print passed + 0, failed + 0, skipped + 0 }'
}
