// Package templates holds the document skeletons and languages that come with
// isuplan, as data.
package templates

import "embed"

// Files holds each skeleton as NAME.yaml and each language as languages/CODE.yaml.
//
//go:embed *.yaml languages/*.yaml
var Files embed.FS
