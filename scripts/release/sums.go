package main

import (
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// sumsName is the file with the SHA-256 sums of all others, as sha256sum writes and checks it.
const sumsName = "SHA256SUMS"

func writeSums(out string) error {
	entries, err := os.ReadDir(out)
	if err != nil {
		return err
	}
	var b strings.Builder
	for _, e := range entries {
		if e.Name() == sumsName || e.IsDir() {
			continue
		}
		sum, err := sumOf(filepath.Join(out, e.Name()))
		if err != nil {
			return err
		}
		fmt.Fprintf(&b, "%s  %s\n", sum, e.Name())
	}
	return os.WriteFile(filepath.Join(out, sumsName), []byte(b.String()), plain)
}

// sumOf returns the SHA-256 of a file, in hexadecimal digits.
func sumOf(name string) (string, error) {
	text, err := os.ReadFile(name)
	return fmt.Sprintf("%x", sha256.Sum256(text)), err
}
