# make          builds the reference document into out/
# make test     runs the tests; they need nothing but Go
# make verify   adds what other tools can check; it names a tool that is missing
# make verify-all  adds what takes long: fuzzing, mutation
# make release  makes what a release consists of, in dist/; docs/releasing.md
# make vscode   packs the extension for VS Code, with npm, into dist/
# make bench    measures; docs/performance.md has the figures

.PHONY: all binary test race pages verify verify-all mutate tools tools-all bench fuzz golden release release-check notice vscode clean

all:
	go run ./cmd/isuplan build

binary:
	go build -trimpath -o bin/isuplan ./cmd/isuplan

test:
	go test ./...

race:
	go test -race ./...

# The pages of docs as the program carries them.
pages:
	go test ./docs -update

golden:
	go test ./pkg/check ./pkg/cli ./pkg/diff ./pkg/importer ./pkg/render/html ./pkg/report -update

verify:
	./scripts/verify

verify-all:
	./scripts/verify all

# Break clean plans in one place at a time, and count what check finds.
MUTATIONS ?= 1000
SEED ?= 2018
mutate:
	go test ./pkg/cli -run TestMutations -v -mutations $(MUTATIONS) -seed $(SEED) -missed

# The linters that verify runs, in the versions that it is known to pass with.
tools:
	go install golang.org/x/vuln/cmd/govulncheck@v1.9.0
	go install github.com/golangci/golangci-lint/v2/cmd/golangci-lint@v2.15.0

# What verify-all needs besides.
tools-all: tools
	go install honnef.co/go/tools/cmd/staticcheck@v0.8.2
	go install github.com/go-gremlins/gremlins/cmd/gremlins@v0.6.0

# The extension for VS Code, which a person publishes; it needs npm. docs/editors.md.
vscode:
	mkdir -p dist
	cd editors/vscode && npm ci --no-audit --no-fund && npx --yes @vscode/vsce@3.7.1 package -o ../../dist/isuplan-vscode.vsix

bench:
	go test -run '^$$' -bench . -benchmem ./...

# Each fuzz target for a while; what it finds lands in testdata/fuzz.
FUZZTIME ?= 20s
fuzz:
	./scripts/fuzz $(FUZZTIME)

# All that a release consists of; with -check made twice, and the bytes compared.
release:
	go run ./scripts/release

release-check:
	go run ./scripts/release -check

# The licences of all modules in the program.
notice:
	go run ./scripts/release -notice

clean:
	rm -rf bin out dist
