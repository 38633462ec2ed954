// Package plans holds the plans that come with isuplan, as data.
package plans

import _ "embed"

// Reference is the plan of the reference document, the 2018 work plan and budget
// of the Convention on Cluster Munitions; ReferenceName is its path in the project.
//
//go:embed 2018.yaml
var Reference []byte

// ReferenceName is the path of Reference in the project.
const ReferenceName = "plans/2018.yaml"
