-- Neovim without a screen as the client of isuplan lsp: findings, hover, completion, rename and
-- format, as somebody who types them has them. Run by scripts/neovim/run, which gives the
-- program and a folder with plan.yaml in the environment.

local program, folder = vim.env.ISUPLAN, vim.env.FOLDER
local failed = false

local function check(what, ok, got)
  io.stdout:write((ok and 'ok    ' or 'FAIL  ') .. what .. (ok and '' or ': ' .. vim.inspect(got)) .. '\n')
  failed = failed or not ok
end

vim.cmd('edit ' .. folder .. '/plan.yaml')
local buffer = vim.api.nvim_get_current_buf()
local id = vim.lsp.start_client({ name = 'isuplan', cmd = { program, 'lsp' }, root_dir = folder })
vim.lsp.buf_attach_client(buffer, id)
local client = vim.lsp.get_client_by_id(id)
check('the server starts', vim.wait(5000, function() return client.initialized end))

local function text() return table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, false), '\n') end

-- place puts the cursor behind a stretch of text, and returns the position for a request.
local function place(words)
  vim.fn.cursor(1, 1)
  local line = vim.fn.search('\\V' .. words, 'ceW')
  assert(line > 0, words .. ' is not there')
  return vim.lsp.util.make_position_params(0, client.offset_encoding)
end

local function ask(method, params)
  local answer = client.request_sync('textDocument/' .. method, params, 5000, buffer)
  return answer and answer.result, answer
end

local function finds(rule)
  return vim.wait(5000, function()
    for _, d in ipairs(vim.diagnostic.get(buffer)) do
      if tostring(d.code or d.user_data and d.user_data.lsp.code):find(rule, 1, true) then return true end
    end
    return false
  end)
end

check('a finding appears', finds('spelling'), vim.diagnostic.get(buffer))

local hover, all = ask('hover', place('percent: 2'))
check('hover shows how a figure came about', hover and hover.contents.value:find('36,000  = 20% of 180,000', 1, true), all)

vim.fn.cursor(1, 1)
vim.fn.search('serves: \\[', 'e')
local behind = vim.lsp.util.make_position_params(0, client.offset_encoding)
behind.position.character = behind.position.character + 1
local list, given = ask('completion', behind)
local labels = {}
for _, item in ipairs(list and list.items or {}) do labels[item.label] = true end
check('serves is completed', labels['mandate/advice'] and labels['priorities/clearance'], given)

place('of: [salar')
vim.lsp.buf.rename('staff')
check('an id is renamed everywhere', vim.wait(5000, function()
  local t = text()
  return t:find('id: staff', 1, true) and t:find('of: [staff]', 1, true) and t:find('${budget.staff}', 1, true) and not t:find('salaries', 1, true)
end), text())

vim.api.nvim_buf_set_lines(buffer, 0, 0, false, { '# of a year', '' })
vim.lsp.buf.formatting_sync({}, 5000)
check('the plan is brought into its form', text():find('text: Meet., serves', 1, true), text())

-- A fix, as the editor applies it.
place('publica')
local range = vim.lsp.util.make_range_params(0, client.offset_encoding)
range.context = { diagnostics = {} }
finds('spelling')
local actions, answer = ask('codeAction', range)
check('a finding can be mended', actions and #actions >= 2, answer)
if actions and actions[1] then
  vim.lsp.util.apply_workspace_edit(actions[1].edit, client.offset_encoding)
  check('and is', text():find('publicly', 1, true) and not text():find('publically', 1, true), text())
  check('the finding goes', vim.wait(5000, function()
    for _, d in ipairs(vim.diagnostic.get(buffer)) do
      if d.message:find('publically', 1, true) then return false end
    end
    return true
  end), vim.diagnostic.get(buffer))
end

local defined = ask('definition', place('of: [sta'))
check('the definition is found', defined and #defined == 1, defined)

client.stop()
check('the server ends', vim.wait(5000, function() return client.is_stopped() end))
vim.cmd(failed and 'cquit 1' or 'qall!')
