// What `license-coverage --help` prints.

export const help = `license-coverage: finds the holes between software licenses

Usage
  license-coverage check [paths…]   Reports gaps and mistakes in license files
  license-coverage fix [paths…]     Fills every open gap with a temporary license to be keyed in

Paths are files or folders; without any, the current folder. A file named by its path is
always read; in folders licenses.*, *.licenses.* and license-coverage.* (json, jsonc, yaml,
yml, toml) are, and of *.lic, *.license, license*.{dat,txt,json,jwt}, *sap*.txt and lservrc*
what a vendor's licenses stand in (FlexNet, RLM, LM-X, SAP, F5, Elasticsearch, Vault, Splunk,
JWT, Perforce, Sentinel RMS); nothing below .git and node_modules.

Options
  --at DATE                  Judge as of a date (00:00 UTC) or an instant; now by default
  --format text|json         How to print the report
  --fail-on SEVERITY         error (default), warning, information or never
  --dry-run                  fix: print a unified diff and change nothing
  --timezone ZONE            IANA zone of files that name none (UTC)
  --expiry-day RULE          covered or uncovered, where neither file nor product says it
  --expiry-warning-days N    How early an ending license is told (30)
  -h, --help  -v, --version

Settings are also read from license-coverage.settings.json, found upward from here.

Exit codes
  0  nothing at or above --fail-on      1  something      2  could not run as asked`;
