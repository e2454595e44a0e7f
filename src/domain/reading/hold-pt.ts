/** Words of holds and of opting out in Portuguese, folded: flat alternatives with bounded gaps, which `any` puts between whole words. */
const contact =
  '(?:contact\\p{L}*|contat\\p{L}*|ligu?e\\p{L}*|ligar\\p{L}*|telefon\\p{L}*|escrev\\p{L}*|envi\\p{L}*|mand\\p{L}*|insist\\p{L}*|incomod\\p{L}*|perturb\\p{L}*|procur\\p{L}*|abord\\p{L}*|chate\\p{L}*|e-?mails?|mensage\\p{L}*|chamadas?|ligacoes|publicidade|propostas?|ofertas?|marketing|newsletters?)';

export const pt = {
  contact,
  refrain: `(?:nao|nem|sem|ninguem|evit\\p{L}*|par(?:e|em) de|deix(?:e|em|ar) de)(?!\\p{L})[^;,]{0,45}(?<!\\p{L})${contact}|(?:peco|pedimos|pede-se|um pouco de|mais|tenha|tenham) (?:\\p{L}+ ){0,2}(?:paciencia|tempo)|(?:de|deem|da)-(?:me|nos) (?:\\p{L}+ ){0,2}(?:tempo|dias|semanas?|mes|meses)|preciso de (?:\\p{L}+ ){0,2}(?:tempo|dias|semanas|meses)|(?:deixe|deixem|deixa|deixar|vamos deixar|aguard\\p{L}*|esper\\p{L}*)(?: \\p{L}+){0,4} (?:para|ate|por|que)`,
  refrainsContact:
    '(?:nao|nem|evit\\p{L}*|deix\\p{L}* de|par(?:e|em) de)(?: \\p{L}+){0,4} (?:contact|contat|lig|telefon|escrev|insist|incomod|procur|perturb)\\p{L}*',
  optOut: `nao (?:me |nos |lhe |mais )?(?:contact|contat|escrev|envi|mand|ligu|telefon|incomod|procur|abord)\\p{L}*(?:-(?:me|nos))?(?: [\\p{L}-]+){0,2} mais(?! (?:antes|ate|cedo|tarde))|nao (?:me |nos )?(?:volte|voltem|torne|tornem) a|nao mais (?:me |nos )?(?:contact|contat|escrev|envi|mand|ligu|incomod)\\p{L}*|nao (?:quero|queremos|desejo|desejamos|pretendo|pretendemos|autorizo|autorizamos|gostaria|gostariamos|tenho interesse em|aceito)(?: de)?(?: mais)? (?:receber|ser contact\\p{L}*|ser contat\\p{L}*|ser incomodad\\p{L}*|ser abordad\\p{L}*)|nunca mais (?:me |nos |\\p{L}+ ){0,2}(?:contact|contat|escrev|envi|mand|lig|telefon|incomod|procur)\\p{L}*|(?:par(?:e|em|ar)|deix(?:e|em|ar)|cess(?:e|em|ar)|chega|basta|fim)(?: ja| imediatamente)?,? (?:de|com|a|aos?|as)(?: \\p{L}+){0,2} ${contact}|(?:retir|remov|exclu|apag|elimin|tir|risc|risqu|descadastr)\\p{L}*(?:-|\\s)(?:me|nos|nosso|nossa|meu|minha|meus|nossos|o|a|os|este|esse|esta)\\b[^;]{0,50}(?:list\\p{L}*|bases?|cadastros?|dados|enderecos?|e-?mails?|contactos?|contatos?|mailing|sistema|registos?|registros?|numero)|descadastr\\p{L}*|(?:cancel\\p{L}*|anul\\p{L}*) (?:a |o )?(?:minha |meu )?(?:subscricao|inscricao|assinatura|registo|cadastro)|(?:mais nenhum|nenhum\\p{L}* mais|nem mais um\\p{L}*|sem mais|zero) ${contact}|(?:deix(?:e|em)|largu(?:e|em))-?\\s?(?:me|nos) em paz|(?:eliminacao|remocao|exclusao|apagamento) (?:dos|de|das) (?:meus|nossos|minhas) (?:dados|contactos)|oponho-me|revogo (?:o|meu)`,
  again:
    'volte|voltem|voltar|voltamos|voltaremos|volta(?:r|mos)? a|ligu?e(?:m|-me|-nos)?|ligar|contact\\p{L}*|contat\\p{L}*|escrev\\p{L}*|fal(?:e|em|ar|amos|aremos|emos)|convers\\p{L}*|retom\\p{L}*|procur(?:e|em|ar)|tent(?:e|em|ar)|reun\\p{L}*|novamente|de novo|outra vez|melhor|vemos|marc(?:ar|amos)',
  theyReturn:
    '(?:eu |nos )?(?:ligo|ligarei|ligaremos|escrevo|escreverei|escreveremos|aviso|avisarei|avisaremos|retornarei|retornaremos|contactarei|contactaremos|contatarei|contataremos)|(?:entro|entrarei|entraremos|entramos|volto|voltarei|voltaremos) (?:em|a|ao) (?:contac?t\\p{L}*|falar|ligar|escrever)|(?:dou|darei|daremos|damos)(?:-lhe)? (?:noticias|um retorno|retorno)',
  standstill:
    '(?:nao|nada|ninguem|nenhum\\p{L}*|impossivel|congelad\\p{L}*|parad\\p{L}*|suspens\\p{L}*)[^;]{0,70}(?<!\\p{L})(?:antes|ate|este mes|esta semana|este ano)|(?:antes d\\p{L}+|ate)[^;]{0,70}(?<!\\p{L})(?:nao|nada|ninguem|impossivel)|so (?:\\p{L}+ ){0,5}(?:em|no|na|depois|apos|a partir)(?= )|so (?:em|depois|apos|a partir|no|na|para|volt\\p{L}*|consig\\p{L}*|pod\\p{L}*)|apenas (?:em|depois|apos|a partir)',
  postponed:
    '(?:adiad\\p{L}*|adiamos|adiar|transferid\\p{L}*|remarcad\\p{L}*|ficou|passou|ficar)[^;]{0,20}(?<!\\p{L})(?:para|ate)',
  busy: 'atarefad\\p{L}*|sobrecarregad\\p{L}*|cheio de trabalho|cheia de trabalho|na correria|correria|sem tempo|assoberbad\\p{L}*|muito ocupad\\p{L}*',
  away: 'ferias|de licenca|licenca|fora d\\p{L}+|estarei fora|ausente|de volta|regresso|regressarei|em viagem|de baixa',
  forNow: 'por agora|por enquanto|de momento|neste momento|para ja|por ora|ate novo aviso|ate ordem em contrario',
  request: '(?:pode|podem|poderia|poderiam|podia|podiam|sera que)|agradec\\p{L}*|peco|pedia',
  persons: 'eu|meu|minha|nosso|nossa|estou|estarei|volto|posso|vou|consigo|prefiro|podemos|temos|estamos',
  first: 'depois (?:de|da|do|das|dos|que)|apos|assim que|logo que|quando (?:eu|o|a|os|tiver|terminar|acabar)|uma vez',
  notEarlier:
    '(?:antes disso|ate la|ate entao)[^;]{0,50}(?:nao|nada|ninguem)|(?:nao|nada|nem)[^;]{0,40}(?:antes disso|ate la|antes(?! d))',
  lifting:
    'ja (?:pode|podem|me pode|nos pode) (?:me |nos )?(?:ligar|escrever|contact\\p{L}*|contat\\p{L}*|voltar)|(?:ja )?nao (?:e|ha|precisa|precisam)(?: mais)? ?(?:preciso|necessario|necessidade)? ?(?:de )?esperar mais',
  never:
    'nao (?:precisa|precisam|e preciso|e necessario|ha necessidade)(?: de)? (?:de )?esperar|a qualquer momento|nao hesite\\p{L}*|quando quiser|fique a vontade',
  otherMatters:
    'entreg\\p{L}*|fatura\\p{L}*|pagament\\p{L}*|a loja|nossa loja|armazem|webinar|formacao|encomend\\p{L}*|contrato|prazo|vencimento|desconto',
  company: 'nosso\\p{L}*|nossa\\p{L}*|ninguem|temos|estamos|\\p{L}{3,}remos',
  person: 'eu|mim|estou|tenho|meu|minha|me',
};
