package importer

import "github.com/isuplan/isuplan/pkg/pattern"

// resultAt is how a line of the results chain begins: "Activity 1.2.3: ".
var resultAt = pattern.Lazy(`^(\pL[\pL ]{2,24}?)\s+([0-9]{1,3}(?:\.[0-9]{1,3}){0,3})\s*([.:)–—-]?)\s+(\S.*)$`)
