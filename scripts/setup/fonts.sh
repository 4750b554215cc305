#!/usr/bin/env bash
# The fonts of PDF files: Noto Sans CJK, which has Chinese in both scripts, and DejaVu Sans for European letters that it
# lacks. Everything else runs without them, so their absence stops no user who may not install packages.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/../lib/env.sh"
. "$TIERLINE_ROOT/scripts/lib/apt.sh"

fonts=${TIERLINE_FONTS:-/usr/share/fonts/opentype/noto}
[ ! -e "$fonts/NotoSansCJK-Regular.ttc" ] || [ ! -e /usr/share/fonts/truetype/dejavu/DejaVuSans.ttf ] || exit 0
if have apt-get && [ "$(id -u)" -eq 0 ]; then
    install_packages "the fonts of PDF files" fonts-noto-cjk fonts-dejavu-core
else
    note "the fonts of PDF files are missing: install fonts-noto-cjk and fonts-dejavu-core, or name their folder with TIERLINE_FONTS"
fi
