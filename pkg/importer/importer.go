// Package importer makes plans of files that isuplan did not make: of last year's
// submission in Word, PDF or Markdown, and of the budget in a workbook. What it cannot
// place it keeps, marked for a person; its report says how much was placed.
package importer
